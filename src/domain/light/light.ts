/** 状态灯: 已办结 · 不计灯（中止、撤销、合并） · 红 · 黄 · 绿. */
export type Light = 'DONE' | 'GREY' | 'RED' | 'YELLOW' | 'GREEN';

/** What a screen or a black-and-white page shows for each light. */
export const lightLabels: Readonly<Record<Light, string>> = {
  DONE: '已办结',
  GREY: '不计灯',
  RED: '红灯',
  YELLOW: '黄灯',
  GREEN: '绿灯',
};
