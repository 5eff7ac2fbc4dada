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
const chart = init(null, null, { renderer: 'svg', ssr: true, width: 640, height: 380 });
chart.setOption({
  animation: false,
  backgroundColor: '#ffffff',
  title: { text: 'Freeze: seconds over tasks (both axes by tens)', left: 20, textStyle: { fontSize: 13 } },
  legend: { bottom: 0 },
  grid: { left: 60, right: 60, top: 50, bottom: 70 },
  xAxis: { type: 'log', name: 'tasks', nameLocation: 'middle', nameGap: 28 },
  yAxis: { type: 'log' },
  series: freezeSeries(),
});
writeFileSync(picture, chart.renderToSVGString());
chart.dispose();

/** Line and symbol differ, so that the picture can be read without its colours. */
function freezeSeries() {
  const editions = [...new Set(freezes.map((line) => String(line.edition)))];
  return editions.flatMap((edition) => {
    const of = freezes.filter((line) => line.edition === edition);
    return [
      series(`${edition}, ours`, points(of, 'tasks', 'ours s'), 'solid', 'circle'),
      series(`${edition}, floor`, points(of, 'tasks', 'floor s'), 'dashed', 'emptyCircle'),
    ];
  });
}

function series(name: string, data: number[][], type: 'solid' | 'dashed', symbol: string) {
  return { type: 'line', name, data, symbol, symbolSize: 8, lineStyle: { type } };
}

function points(lines: readonly Line[], x: string, y: string): number[][] {
  return lines.map((line) => [Number(line[x]), Number(line[y])]);
}

function linesOf(part: string): Line[] {
  return tables.filter((table) => table.part === part).flatMap((table) => table.lines);
}
