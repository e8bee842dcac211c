import { type CSSVariablesResolver, createTheme, type MantineThemeOverride } from '@mantine/core'

/** The system's own Chinese face: nothing to load, and what counter staff read all day elsewhere. */
const SYSTEM_FACE =
  '"Microsoft YaHei UI", "Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", "Noto Sans SC", system-ui, sans-serif'

/** Dense and calm: small sizes by default, sharp corners, one accent. */
export const theme: MantineThemeOverride = createTheme({
  fontFamily: SYSTEM_FACE,
  headings: { fontFamily: SYSTEM_FACE, fontWeight: '600' },
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '20px' },
  spacing: { xs: '6px', sm: '8px', md: '12px', lg: '16px', xl: '24px' },
  defaultRadius: 'sm',
  primaryColor: 'teal',
  // White on it reads at 4.5:1 and more, in light and dark alike; a shade lighter does not.
  primaryShade: 9,
  focusRing: 'always',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Button: { defaultProps: { size: 'xs' } },
    TextInput: { defaultProps: { size: 'sm' } },
    Select: { defaultProps: { size: 'sm' } },
    Modal: { defaultProps: { centered: true, transitionProps: { duration: 0 } } },
    Drawer: { defaultProps: { transitionProps: { duration: 0 } } },
  },
})

/** Words on their own colour's pale ground; the library's own shades stay just below what AA asks for. */
const DARKER_ON_LIGHT = {
  teal: '#055f44',
  orange: '#9c3400',
  red: '#a01d1d',
  yellow: '#734400',
  green: '#1f6b2c',
  blue: '#12528f',
  gray: '#3d434a',
}

/** The library hovers over the darkest shade with a paler one, on which white reads badly. */
const DARK_UNDER_THE_POINTER = { '--mantine-color-teal-filled-hover': '#066649' }

/** Quiet text that still reads at 4.5:1 and more on its ground; the library's own is paler than AA allows. */
export const legibleQuietText: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    ...DARK_UNDER_THE_POINTER,
    '--mantine-color-dimmed': 'var(--mantine-color-gray-7)',
    '--mantine-color-placeholder': '#6c737a',
    ...Object.fromEntries(
      Object.entries(DARKER_ON_LIGHT).map(([name, shade]) => [`--mantine-color-${name}-light-color`, shade]),
    ),
  },
  dark: {
    ...DARK_UNDER_THE_POINTER,
    '--mantine-color-dimmed': 'var(--mantine-color-dark-1)',
    '--mantine-color-placeholder': '#9a9a9a',
  },
})
