import type { ThemeConfig } from 'antd';

/** The page's own look; the same colours stand in style.css. System fonts only: the page works without a network. */
export const theme: ThemeConfig = {
  cssVar: { key: 'desk' },
  hashed: false,
  token: {
    motion: !matchMedia('(prefers-reduced-motion: reduce)').matches,
    colorPrimary: '#1f5a8f',
    colorInfo: '#1f5a8f',
    colorSuccess: '#2c7a55',
    colorWarning: '#b86a0c',
    colorError: '#b3261e',
    colorLink: '#1f5a8f',
    colorText: '#1c2833',
    colorTextSecondary: '#566472',
    colorBorder: '#cfd7de',
    colorBorderSecondary: '#e2e7ec',
    borderRadius: 5,
    fontSize: 14,
    fontFamily: 'var(--sans)',
    motionDurationMid: '0.12s',
    motionDurationSlow: '0.18s',
  },
  components: {
    Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' },
    Form: { itemMarginBottom: 12, verticalLabelPadding: '0 0 4px' },
    Segmented: { itemSelectedBg: '#ffffff', trackBg: '#e6ebf0' },
  },
};
