import { Inject, Injectable } from '@nestjs/common';
import { AUDIT_KEY } from '../audit/audit.module.js';
import { AuditTrail } from '../audit/audit-trail.js';
import { Clock } from '../clock/clock.js';
import { dayInZone } from '../clock/zone-days.js';
import { Settings } from '../config/settings.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { Progress } from '../http/progress/progress.js';
import { backupOrder, shelfOf } from './backup-settings.js';
import { BackupShelf, instantOfName } from './backup-shelf.js';
import { backupRefusal } from './backup.errors.js';
import { superseded } from './keep-policy.js';
import { makeBackup, type BackupMade, type BackupOrder, type BackupStep } from './make-backup.js';
import { postgresOf } from './postgres-place.js';
import { removeMark, writeMark } from './verified-mark.js';
import { verifyBackup, type BackupVerdict } from './verify-backup.js';

/** Makes, verifies and thins out backups while the service runs. */
@Injectable()
export class BackupService {
  private running = false;

  constructor(
    private readonly settings: Settings,
    private readonly clock: Clock,
    private readonly unitOfWork: UnitOfWork,
    private readonly audit: AuditTrail,
    private readonly progress: Progress,
    @Inject(AUDIT_KEY) private readonly key: Buffer,
  ) {}

  /** Makes a backup now, because a person asked for it. Refuses while another is being made. */
  async makeNow(): Promise<BackupMade> {
    const made = await this.make({ told: (step) => this.say(step) });
    await this.record('backup.make', made.manifest.name, {
      at: made.manifest.at,
      files: made.manifest.files.count,
      anchor: made.manifest.anchor,
    });
    return made;
  }

  /** Makes a backup and then removes what the keep policy lets go. */
  async make(rule: Pick<BackupOrder, 'filesBudgetMs' | 'told'>): Promise<BackupMade> {
    if (this.running) throw backupRefusal('BACKUP_RUNNING');
    this.running = true;
    try {
      const order = backupOrder(this.settings, shelfOf(this.settings), this.clock.now());
      const made = await makeBackup({ ...order, ...rule });
      await this.thinOut(new BackupShelf(order.shelf), made.manifest.name);
      return made;
    } finally {
      this.running = false;
    }
  }

  /** Looks a backup through from end to end and marks what was found. */
  async verify(name: string): Promise<BackupVerdict> {
    const shelf = new BackupShelf(shelfOf(this.settings));
    this.progress.say(0, 0, '正在核验清单…');
    const verdict = await verifyBackup(
      shelf,
      name,
      this.key,
      (done, total) => this.progress.say(done, total, '正在核验文件…'),
      postgresOf(this.settings),
    );
    await writeMark(shelf, name, this.clock.now(), verdict);
    await this.record('backup.verify', name, { ok: verdict.ok, faults: verdict.faults });
    return verdict;
  }

  private async thinOut(shelf: BackupShelf, newest: string): Promise<void> {
    const zone = this.settings.DIAODU_ZONE;
    const known = (await shelf.names()).map((name) => ({ name, at: instantOfName(name) }));
    for (const name of superseded(known, (at) => dayInZone(at, zone))) {
      // Names carry the clock of their day; if that clock was ahead, what was made just now would look old.
      if (name === newest) continue;
      await shelf.remove(name);
      await removeMark(shelf, name);
    }
  }

  private say({ phase, done, total }: BackupStep): void {
    this.progress.say(done, total, phase === 'database' ? '正在复制数据库…' : '正在复制文件…');
  }

  private record(operation: string, name: string, after: object): Promise<void> {
    return this.unitOfWork.run(async () =>
      this.audit.record({ operation, objectKind: 'backup', objectId: name, after }),
    );
  }
}
