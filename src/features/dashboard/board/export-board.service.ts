import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../../../platform/audit/audit-trail.js';
import { currentActor } from '../../../platform/auth/actor-context.js';
import { Clock } from '../../../platform/clock/clock.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Progress } from '../../../platform/http/progress/progress.js';
import { FIRST_COLUMNS, type BoardColumn } from './board-columns.js';
import { exportTooLarge } from './board-export.errors.js';
import { BoardQuery } from './board-query.js';
import type { BoardExportRequest } from './board-requests.js';
import { boardWorkbook } from './board-workbook.js';
import { presentLine } from './present-board.js';

/** A file of the list, with the day in its name. */
export interface BoardFile {
  name: string;
  bytes: Buffer;
}

/** A ledger has some hundreds of tasks; a sheet of more than this is written too long while others wait. */
const MOST = 5000;

/** 导出: what the list shows under the same filters, in the columns chosen. Every export is on the trail. */
@Injectable()
export class ExportBoardService {
  constructor(
    private readonly query: BoardQuery,
    private readonly unitOfWork: UnitOfWork,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
    private readonly progress: Progress,
  ) {}

  /** Writes the workbook. Refuses more rows than are read or written in good time. */
  async export(wish: BoardExportRequest): Promise<BoardFile> {
    const { columns: chosen, sort, ...filter } = wish;
    const columns = (chosen?.split(',') ?? FIRST_COLUMNS) as BoardColumn[];
    this.progress.say(0, 2, '正在汇总任务…');
    const rows = await this.query.all(wish, sort);
    if (rows.length > MOST) throw exportTooLarge(rows.length, MOST);
    this.progress.say(1, 2, `正在生成 ${rows.length} 行…`);
    const day = this.clock.today();
    const bytes = await boardWorkbook(rows.map(presentLine), columns, day, currentActor().holder);
    await this.unitOfWork.run(async () => {
      this.audit.record({
        operation: 'dashboard.exportBoard',
        objectKind: 'board_export',
        objectId: wish.ledger ?? '',
        after: { filter, sort, columns, rows: rows.length },
      });
    });
    this.progress.say(2, 2, '已生成');
    return { name: `重点任务台账-${day}.xlsx`, bytes };
  }
}
