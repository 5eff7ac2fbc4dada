import { BarChart } from 'echarts/charts';
import { GridComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { useEffect, useRef, type ReactNode } from 'react';
import type { Board } from '../litigation-queries.js';

use([BarChart, GridComponent, CanvasRenderer]);

const ROW = 30;
const AROUND = 50;

/** Rates as bars. The table beside it says the same, so the drawing is kept from those who hear the page. */
export function RateChart({ items, none }: { items: Board['items']; none: string }): ReactNode {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!box.current) return undefined;
    const chart = init(box.current);
    const shown = items.toReversed();
    chart.setOption({
      animation: false,
      grid: { left: 8, right: 72, top: 8, bottom: 8, containLabel: true },
      xAxis: {
        type: 'value',
        min: 0,
        max: 100,
        interval: 25,
        axisLabel: { formatter: '{value}%', color: '#4d5b6a' },
      },
      yAxis: {
        type: 'category',
        data: shown.map(({ departmentName }) => departmentName),
        axisTick: { show: false },
        axisLabel: { color: '#1d2733' },
      },
      series: [
        {
          type: 'bar',
          barMaxWidth: 16,
          itemStyle: { color: '#1b5a8a' },
          data: shown.map(({ percent }) => percent ?? 0),
          label: {
            show: true,
            position: 'right',
            color: '#1d2733',
            formatter: ({ dataIndex }: { dataIndex: number }) => {
              const { percent, numerator, denominator } = shown[dataIndex]!;
              return percent === null ? none : `${numerator}/${denominator}`;
            },
          },
        },
      ],
    });
    const watcher = new ResizeObserver(() => chart.resize());
    watcher.observe(box.current);
    return () => {
      watcher.disconnect();
      chart.dispose();
    };
  }, [items, none]);
  return (
    <div
      ref={box}
      aria-hidden="true"
      className="rate-chart"
      style={{ height: items.length * ROW + AROUND }}
    />
  );
}
