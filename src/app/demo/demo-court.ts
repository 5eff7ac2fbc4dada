import type { Day } from '../../domain/calendar/day.js';
import type {
  AbsenceReason,
  CourtNotice,
  HearingKind,
  Official,
  Outcome,
  Suggestion,
  Voice,
} from '../../domain/rate/court-case.js';
import type { Rulings } from '../../domain/rate/deeds/keep-appearance.js';
import type { CaseFiling } from '../../domain/rate/deeds/keep-case.js';
import type { CaseQuery } from '../../features/litigation/case-query.js';
import type { KeepAppearancesService } from '../../features/litigation/keep-appearances.service.js';
import type { InstanceWish, KeepCasesService } from '../../features/litigation/keep-cases.service.js';
import type { KeepHearingsService } from '../../features/litigation/keep-hearings.service.js';
import type { DemoActors } from './demo-actors.js';
import { demoDeedUnknown } from './demo.errors.js';

/** One entry of court.yaml; which fields it carries depends on the deed. */
export interface CourtDeed {
  on: Day;
  at: string;
  deed: string;
  /** 案号 of the instance it is about. */
  case: string;
  by?: string;
  department?: string;
  /** Day of the hearing it is about. */
  day?: Day;
  filing?: CaseFiling;
  instance?: InstanceWish;
  time?: string;
  room?: string;
  kind?: HearingKind;
  online?: boolean;
  sitting?: string;
  to?: Day;
  reason?: string;
  notice?: Omit<CourtNotice, 'department'>;
  official?: Omit<Official, 'otherAgency'> & { otherAgency?: string };
  absence?: { reason: AbsenceReason; explanation: string };
  staff?: number;
  lawyers?: number;
  voice?: Voice[];
  left?: boolean;
  note?: string;
  rulings?: Rulings;
  closing?: { closedOn: Day; outcome: Outcome; writtenTrial?: boolean; disputeResolved?: boolean };
  suggestion?: Suggestion;
}

/** The services whose deeds the file names. */
export interface CourtServices {
  query: CaseQuery;
  cases: KeepCasesService;
  hearings: KeepHearingsService;
  appearances: KeepAppearancesService;
}

type Doing = (s: CourtServices, found: Found, deed: CourtDeed) => Promise<unknown>;

/** What each deed of court.yaml does (the folder's README lists them). */
const DEEDS: Readonly<Record<string, Doing>> = {
  'case.appeal': (s, { id }, { instance }) => s.cases.addInstance(id, instance as InstanceWish),
  'case.close': (s, { id, instanceId }, { closing }) =>
    s.cases.close(id, instanceId, {
      closedOn: closing?.closedOn ?? '',
      outcome: closing?.outcome ?? 'OTHER',
      writtenTrial: closing?.writtenTrial ?? false,
      disputeResolved: closing?.disputeResolved ?? null,
    }),
  'case.suggestion': (s, { id, instanceId }, { suggestion }) =>
    s.cases.suggest(id, instanceId, suggestion as Suggestion),
  'hearing.schedule': (s, { id, instanceId }, { day, time, room, kind, online, sitting }) =>
    s.hearings.schedule(id, instanceId, {
      day: day ?? '',
      time: time ?? '',
      room: room ?? '',
      kind: kind ?? 'TRIAL',
      online: online ?? false,
      sitting: sitting ?? null,
    }),
  'hearing.move': (s, { hearing }, { to, time, room, reason }) =>
    s.hearings.reschedule(hearing(), {
      day: to ?? '',
      time: time ?? '',
      room: room ?? '',
      reason: reason ?? '',
    }),
  'hearing.cancel': (s, { hearing }, { reason }) => s.hearings.cancel(hearing(), reason ?? ''),
  'hearing.hold': (s, { hearing }) => s.hearings.hold(hearing()),
  'hearing.notice': (s, { hearing }, { department, notice }) =>
    s.hearings.notify(hearing(), { ...(notice as CourtNotice), department: department ?? '' }),
  'hearing.reply': (s, { hearing }, { department, official, absence, reason, note }) =>
    s.appearances.reply(hearing(), department ?? '', {
      kind: absence ? 'ABSENT' : reason === 'REPLACED' ? 'REPLACED' : 'ATTENDS',
      official: officialOf(official),
      absence: absence ?? null,
      note: note ?? '',
    }),
  'hearing.attend': (s, { hearing }, { department, official, absence, staff, lawyers, voice, left, note }) =>
    s.appearances.returnForm(
      hearing(),
      department ?? '',
      {
        official: officialOf(official),
        staff: staff ?? 1,
        lawyers: lawyers ?? 1,
        voice: voice ?? (official ? ['STATEMENT', 'RESOLUTION'] : []),
        leftWithoutPermission: left ?? false,
        refusedToExplain: false,
        absence: absence ?? null,
        note: note ?? '',
      },
      '',
    ),
  'hearing.rule': (s, { hearing }, { department, rulings }) =>
    s.appearances.rule(hearing(), department ?? '', rulings ?? {}),
};

/** Does the year's deeds of court appearance, each in the name of its post. */
export class DemoCourt {
  constructor(
    private readonly actors: DemoActors,
    private readonly services: CourtServices,
  ) {}

  /** Refuses a deed it does not know and a case or hearing that is not there; what the feature refuses is passed on. */
  async do(deed: CourtDeed, keeper: string): Promise<void> {
    await this.actors.as(deed.by ?? keeper, async () => {
      if (deed.deed === 'case.register') {
        await this.services.cases.register(deed.filing as CaseFiling, deed.instance as InstanceWish);
        return;
      }
      const doing = DEEDS[deed.deed];
      if (!doing) throw demoDeedUnknown(deed.deed);
      await doing(this.services, await this.find(deed), deed);
    });
  }

  private async find(deed: CourtDeed): Promise<Found> {
    const page = await this.services.query.list({ limit: 1, q: deed.case });
    const id = page.items[0]?.id;
    if (id === undefined) throw demoDeedUnknown(`案件 ${deed.case}`);
    return foundIn(await this.services.query.show(id), deed);
  }
}

/** The instance a deed is about, and the hearing on its day that is not off. */
interface Found {
  id: string;
  instanceId: string;
  hearing: () => string;
}

function foundIn({ id, instances }: Awaited<ReturnType<CaseQuery['show']>>, deed: CourtDeed): Found {
  const instance = instances.find(({ number }) => number === deed.case);
  const hearing = instance?.hearings.find(
    ({ day, state, time }) =>
      day === deed.day &&
      (state === 'SCHEDULED' || state === 'HELD') &&
      (deed.to !== undefined || !deed.time || time === deed.time),
  );
  return {
    id,
    instanceId: instance?.id ?? '',
    hearing: () => {
      if (!hearing) throw demoDeedUnknown(`案件 ${deed.case} ${deed.day ?? ''} 的开庭`);
      return hearing.id;
    },
  };
}

function officialOf(given: CourtDeed['official']): Official | null {
  return given ? { ...given, otherAgency: given.otherAgency ?? null } : null;
}
