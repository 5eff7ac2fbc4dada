import type { FigureDefinition } from '../../../domain/figure/figure.js';

/** Figures of the annual report that a register carries; texts are what is shown when a number is questioned. */
export const FIGURES = {
  identified: {
    id: 'decisions.identified',
    unit: '项',
    precision: 'exact',
    definition: '截至该日，已公布的年度重大行政决策事项目录内的事项（重大行政决策程序暂行条例第三条第三款）',
  },
  finished: {
    id: 'decisions.finished',
    unit: '项',
    precision: 'exact',
    definition: '截至该日，目录内已履行法定程序、作出决策并公布的事项（重大行政决策程序暂行条例第三十二条）',
  },
  underWay: {
    id: 'decisions.underWay',
    unit: '项',
    precision: 'exact',
    definition: '截至该日，目录内正在履行程序的事项',
  },
  cases: {
    id: 'appearance.cases',
    unit: '件',
    precision: 'exact',
    definition: '本年立案或者开庭的行政应诉案件',
  },
  obligations: {
    id: 'appearance.obligations',
    unit: '件',
    precision: 'exact',
    definition: '本年开庭、应由行政机关负责人出庭的案件，按案件和审级计（法释〔2020〕3号第七条）',
  },
  fulfilled: {
    id: 'appearance.fulfilled',
    unit: '件',
    precision: 'exact',
    definition: '其中行政机关负责人已出庭应诉的（法释〔2020〕3号第二条、第六条）',
  },
  rate: {
    id: 'appearance.rate',
    unit: '%',
    precision: 'rounded1',
    definition: '行政机关负责人出庭应诉率，应出庭口径：已出庭 ÷ 应出庭；全部出庭才为 100%',
  },
} as const satisfies Record<string, FigureDefinition>;
