import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

/**
 * Page by page what stands on the paper, in the order in which it was drawn, so that the slanted watermark does not lie
 * between the lines. Blanks within a line are left out: on paper they are only distance.
 */
export async function textOfPages(path: string): Promise<readonly string[]> {
  const { stdout } = await promisify(execFile)('pdftotext', ['-raw', path, '-'])
  return stdout
    .split('\f')
    .slice(0, -1)
    .map((page) => page.replaceAll(/[^\S\n]/g, ''))
}
