import { app } from './app.ts'
import { arrivals } from './arrivals.ts'
import { audit } from './audit.ts'
import { consents } from './consents.ts'
import { customers } from './customers.ts'
import { error } from './error.ts'
import { followups } from './followups.ts'
import { help } from './help.ts'
import { imports } from './imports.ts'
import { intents } from './intents.ts'
import { leads } from './leads.ts'
import { lobby } from './lobby.ts'
import { notices } from './notices.ts'
import { prompts } from './prompts.ts'
import { referrals } from './referrals.ts'
import { session } from './session.ts'
import { settings } from './settings.ts'
import { strip } from './strip.ts'
import { trust } from './trust.ts'

export const en = {
  app,
  arrivals,
  audit,
  consents,
  customers,
  error,
  followups,
  help,
  imports,
  intents,
  lobby,
  referrals,
  prompts,
  leads,
  notices,
  session,
  settings,
  strip,
  trust,
}
