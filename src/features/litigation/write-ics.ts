import { addDays } from '../../domain/calendar/day.js';
import type { CalendarHearingResponse } from './present-calendar.js';

export const CALENDAR_TYPE = 'text/calendar; charset=utf-8';
const LINE_BYTES = 75;
const HOURS = 2;

/**
 * Hearings as an iCalendar file (RFC 5545) for the calendar of a phone: local times, the plaintiff masked, what was
 * cancelled or moved marked so. The same hearings give the same bytes.
 */
export function writeIcs(hearings: readonly CalendarHearingResponse[]): Buffer {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Diaodu//Court hearings//ZH',
    'CALSCALE:GREGORIAN',
    ...hearings.flatMap(eventOf),
    'END:VCALENDAR',
  ];
  return Buffer.from(`${lines.map(folded).join('\r\n')}\r\n`, 'utf8');
}

function eventOf({ hearing, number, court, cause, plaintiff, levelLabel }: CalendarHearingResponse): string[] {
  const off = hearing.state === 'CANCELLED' || hearing.state === 'RESCHEDULED';
  const names = hearing.seats.map(({ departmentName }) => departmentName).join('、');
  const planned = hearing.seats.flatMap(({ planned: who }) => (who ? [`${who.name}（${who.post}）`] : []));
  const day = plain(hearing.day);
  return [
    'BEGIN:VEVENT',
    `UID:${hearing.id}@diaodu`,
    `DTSTAMP:${day}T000000Z`,
    ...timesOf(hearing.day, hearing.time),
    `SUMMARY:${text(`${off ? `【${hearing.stateLabel}】` : ''}${levelLabel}开庭 ${names} ${number}`)}`,
    `LOCATION:${text([court, hearing.room, hearing.online ? '（在线）' : ''].filter(Boolean).join(' '))}`,
    `DESCRIPTION:${text(`原告：${plaintiff}\n案由：${cause}\n拟出庭负责人：${planned.join('、') || '未定'}`)}`,
    `STATUS:${off ? 'CANCELLED' : 'CONFIRMED'}`,
    'END:VEVENT',
  ];
} // prettier-ignore

function timesOf(day: string, time: string): string[] {
  if (time === '') return [`DTSTART;VALUE=DATE:${plain(day)}`, `DTEND;VALUE=DATE:${plain(addDays(day, 1))}`];
  const hour = Math.min(23, Number(time.slice(0, 2)) + HOURS);
  const end = `${String(hour).padStart(2, '0')}${time.slice(3)}`;
  return [`DTSTART:${plain(day)}T${time.replace(':', '')}00`, `DTEND:${plain(day)}T${end}00`];
}

function plain(day: string): string {
  return day.replace(/-/g, '');
}

function text(value: string): string {
  return value.replace(/[\\;,]/g, (sign) => `\\${sign}`).replace(/\n/g, '\\n');
}

/** Lines end after 75 bytes and go on after a blank; a character is never cut. */
function folded(line: string): string {
  const parts: string[] = [''];
  let bytes = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (bytes + size > LINE_BYTES) {
      parts.push('');
      bytes = 1;
    }
    parts[parts.length - 1] += character;
    bytes += size;
  }
  return parts.join('\r\n ');
}
