import cliProgress from 'cli-progress';
import { monthOf } from '../../domain/calendar/month.js';
import type { DayDone } from './demo-loader.js';

/** What shows a load's progress. */
export interface DemoProgress {
  dayDone: DayDone;
  end(): void;
}

/** A bar where somebody watches, else a line a month; nothing where the caller wants a document only. */
export function showProgress(stream: NodeJS.WriteStream, say: (line: string) => void): DemoProgress {
  return stream.isTTY ? barOn(stream) : linesBy(say);
}

function barOn(stream: NodeJS.WriteStream): DemoProgress {
  const format = '装入演示年度 [{bar}] {percentage}%  {day}';
  const bar = new cliProgress.SingleBar({ format, stream, hideCursor: true, barsize: 30 });
  let isBegun = false;
  return {
    dayDone(day, done, total) {
      if (!isBegun) bar.start(total, done, { day });
      else bar.update(done, { day });
      isBegun = true;
    },
    end() {
      if (isBegun) bar.stop();
    },
  };
}

function linesBy(say: (line: string) => void): DemoProgress {
  let month = '';
  return {
    dayDone(day, done, total) {
      if (monthOf(day) === month) return;
      month = monthOf(day);
      say(`装入 ${month}（${Math.round((100 * done) / total)}%）`);
    },
    end() {},
  };
}
