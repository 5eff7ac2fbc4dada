import type { ThemeConfig } from 'antd';

export const FONTS =
  '"PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Source Han Sans SC","WenQuanYi Micro Hei",sans-serif';

/** Calm and dense: deep blue for what can be pressed, small corners, no shadows but for what floats. */
export const THEME: ThemeConfig = {
  token: {
    colorPrimary: '#1b5a8a',
    colorInfo: '#1b5a8a',
    colorLink: '#1b5a8a',
    colorSuccess: '#1f7a4d',
    colorWarning: '#b26a00',
    colorError: '#b3261e',
    colorText: '#1d2733',
    colorTextSecondary: '#4d5b6a',
    colorTextTertiary: '#5d6b7a',
    colorTextPlaceholder: '#6b7785',
    colorBorder: '#c3ccd6',
    colorBorderSecondary: '#dfe5eb',
    colorBgLayout: '#f3f5f8',
    borderRadius: 4,
    fontSize: 14,
    controlHeight: 34,
    fontFamily: FONTS,
    // Nothing zooms or slides: on a slow machine a button would still move under the pointer that presses it.
    motion: false,
  },
  components: {
    Table: { cellPaddingBlock: 8, cellPaddingInline: 10, headerBg: '#eaf0f5', headerColor: '#1d2733' },
    Button: { primaryShadow: 'none', defaultShadow: 'none' },
  },
};
