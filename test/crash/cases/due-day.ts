import type { Bench, CrashCase, Told } from '../case.js';
import { checkDigests } from '../check-digests.js';
import { checkMonth } from '../checker.js';
import { AS_OF, MONTH } from '../kill-trials.js';
import { freezesOf, serveUntilIdle, shiftTo, startService } from '../service.js';

/** C1s: the service itself, with chase, digests and mails beside the freeze. */
export const dueDay: CrashCase = {
  id: 'C1s',
  what: 'the service killed −9 on the due day while it freezes, chases, makes digests and sends mails',
  async run({ verdict, random, times, template, program }: Bench): Promise<Told> {
    const [office, built] = [await template(600), program()];
    const rounds = times(1, 20);
    for (let round = 0; round < rounds; round++) {
      const data = office.copy();
      for (let kill = 0; kill < 12; kill++) {
        const service = startService(built, { data, shiftMs: shiftTo('2023-12-01T09:00') });
        const timer = setTimeout(() => service.child.kill('SIGKILL'), 700 + random() * 1_500);
        await service.ended;
        clearTimeout(timer);
      }
      await serveUntilIdle(built, { data, shiftMs: shiftTo('2023-12-01T09:30') }, 1);
      // The service also chases on that Friday, so one more day of overdue counts.
      verdict.add(checkMonth(data, office.ledgerId, MONTH, AS_OF, '2023-12-01'));
      verdict.add(checkDigests(data));
      verdict.same('freezes', freezesOf(data), [{ slot: MONTH, made_up: 0 }]);
    }
    return { trials: rounds * 12, saw: `${rounds} days, every mail once` };
  },
};
