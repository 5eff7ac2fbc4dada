import type { Day } from '../../domain/calendar/day.js';
import type { DispatchReader, RoundFacts } from '../../features/dispatch/dispatch.reader.js';
import type { RoundService } from '../../features/dispatch/round.service.js';
import type { IssueBulletin } from '../../features/papers/issue-bulletin.service.js';
import type { DemoActors } from './demo-actors.js';
import type { DemoPlan } from './demo-year.js';

/** Holds the monthly meeting and issues the bulletin on the days the cycle names for them. */
export class DemoMeetings {
  constructor(
    private readonly actors: DemoActors,
    private readonly reader: DispatchReader,
    private readonly rounds: RoundService,
    private readonly issuing: IssueBulletin,
  ) {}

  /** Whatever of a frozen month is due by a day and not done; asked again it finds nothing left. */
  async hold(ledgerId: string, day: Day, { keeper, issuer }: DemoPlan): Promise<void> {
    for (const round of await this.reader.frozenRounds(ledgerId)) {
      if (round.state === 'FROZEN' && round.meetingOn <= day)
        await this.actors.as(keeper, () => this.meet(round));
      if (round.state === 'MET' && round.bulletinDueOn <= day)
        await this.actors.as(issuer, () => this.publish(round));
    }
  }

  private async meet({ id }: RoundFacts): Promise<void> {
    await this.rounds.meet(id, (await this.rounds.one(id)).version);
  }

  private async publish({ id }: RoundFacts): Promise<void> {
    await this.issuing.issue(id);
    await this.rounds.publish(id, (await this.rounds.one(id)).version);
  }
}
