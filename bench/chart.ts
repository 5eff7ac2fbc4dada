import { readFileSync, writeFileSync } from 'node:fs';
import { LineChart } from 'echarts/charts';
import { GridComponent, LegendComponent, TitleComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import type { Line, Table } from './table.js';

// Draws how cost grows with work, from figures of `npm run bench -- --out`. Words: file of figures, file of the picture.
use([LineChart, GridComponent, LegendComponent, TitleComponent, SVGRenderer]);

const [figures = '', picture = ''] = process.argv.slice(2);
const { tables } = JSON.parse(readFileSync(figures, 'utf8')) as { tables: Table[] };
const freezes = linesOf('freeze');
const shared = linesOf('workers');
const chart = init(null, null, { renderer: 'svg', ssr: true, width: 860, height: 380 });
chart.setOption({
  animation: false,
  backgroundColor: '#ffffff',
  title: [
    { text: 'Freeze: seconds over tasks (both axes by tens)', left: 20, textStyle: { fontSize: 13 } },
    { text: 'One freeze shared by workers: seconds', left: 480, textStyle: { fontSize: 13 } },
  ],
  legend: { bottom: 0 },
  grid: [
    { left: 60, width: 340, top: 50, bottom: 70 },
    { left: 520, width: 300, top: 50, bottom: 70 },
  ],
  xAxis: [
    { type: 'log', gridIndex: 0, name: 'tasks', nameLocation: 'middle', nameGap: 28 },
    {
      type: 'value',
      gridIndex: 1,
      name: 'workers',
      nameLocation: 'middle',
      nameGap: 28,
      min: 0,
      minInterval: 1,
    },
  ],
  yAxis: [
    { type: 'log', gridIndex: 0 },
    { type: 'value', gridIndex: 1 },
  ],
  series: [...freezeSeries(), ...workerSeries()],
});
writeFileSync(picture, chart.renderToSVGString());
chart.dispose();

/** Line and symbol differ, so that the picture can be read without its colours. */
function freezeSeries() {
  const editions = [...new Set(freezes.map((line) => String(line.edition)))];
  return editions.flatMap((edition) => {
    const of = freezes.filter((line) => line.edition === edition);
    return [
      series(`${edition}, ours`, 0, points(of, 'tasks', 'ours s'), 'solid', 'circle'),
      series(`${edition}, floor`, 0, points(of, 'tasks', 'floor s'), 'dashed', 'emptyCircle'),
    ];
  });
}

function workerSeries() {
  const sizes = [...new Set(shared.map((line) => Number(line.tasks)))];
  return sizes.map((tasks, i) => {
    const of = shared.filter((line) => Number(line.tasks) === tasks);
    const symbol = ['rect', 'triangle', 'diamond'][i % 3] ?? 'rect';
    return series(`${tasks} tasks on workers`, 1, points(of, 'workers', 'seconds'), 'dotted', symbol);
  });
}

function series(
  name: string,
  axis: number,
  data: number[][],
  type: 'solid' | 'dashed' | 'dotted',
  symbol: string,
) {
  return {
    type: 'line',
    name,
    xAxisIndex: axis,
    yAxisIndex: axis,
    data,
    symbol,
    symbolSize: 8,
    lineStyle: { type },
  };
}

function points(lines: readonly Line[], x: string, y: string): number[][] {
  return lines.map((line) => [Number(line[x]), Number(line[y])]);
}

function linesOf(part: string): Line[] {
  return tables.filter((table) => table.part === part).flatMap((table) => table.lines);
}
