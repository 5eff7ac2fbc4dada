import type { LedgerReader, TaskFacts } from '../../features/ledger/ledger.reader.js';
import type { OrganizationReader } from '../../features/organization/organization.reader.js';
import { demoDeedUnknown } from './demo.errors.js';

/** More tasks than a demonstration ledger has. */
const ALL = 1000;

/** Finds by what the files call them: tasks by number, parts by department code. Ids never change, so it is read once. */
export class DemoIndex {
  private constructor(
    readonly ledgerId: string,
    private readonly tasks: ReadonlyMap<string, TaskFacts>,
    private readonly departments: ReadonlyMap<string, { id: string; name: string }>,
  ) {}

  static async read(
    ledgers: LedgerReader,
    organization: OrganizationReader,
    ledgerId: string,
    asOf: string,
  ): Promise<DemoIndex> {
    const tasks = await ledgers.taskPage(ledgerId, null, ALL);
    const departments = await organization.departments(asOf);
    return new DemoIndex(
      ledgerId,
      new Map(tasks.map((task) => [task.number, task])),
      new Map(departments.map(({ code, id, name }) => [code, { id, name }])),
    );
  }

  /** The task as it was when the ledger was issued: its id, parts and nodes; not its present state. */
  task(number: string): TaskFacts {
    const task = this.tasks.get(number);
    if (!task) throw demoDeedUnknown(`任务 ${number}`);
    return task;
  }

  department(code: string | undefined): string {
    return this.departmentOf(code).id;
  }

  /** What a department is called. */
  nameOf(code: string): string {
    return this.departmentOf(code).name;
  }

  /** True when a department leads a task. */
  isLead(number: string, department: string): boolean {
    const id = this.department(department);
    return this.task(number).assignments.some((part) => part.departmentId === id && part.role === 'LEAD');
  }

  private departmentOf(code: string | undefined): { id: string; name: string } {
    const department = this.departments.get(code ?? '');
    if (!department) throw demoDeedUnknown(`单位 ${code ?? ''}`);
    return department;
  }

  /** Id of a department's part in a task. */
  part(number: string, department: string): string {
    const id = this.department(department);
    const part = this.task(number).assignments.find(({ departmentId }) => departmentId === id);
    if (!part) throw demoDeedUnknown(`任务 ${number} 的承办单位 ${department}`);
    return part.id;
  }

  /** Id of a node by its deadline, or of a period by its name. */
  milestone(number: string, by: { period?: string | undefined; due?: string | undefined }): string {
    const node = this.task(number).milestones.find((each) =>
      by.period === undefined ? each.originalDueOn === by.due : each.period === by.period,
    );
    if (!node) throw demoDeedUnknown(`任务 ${number} 的节点 ${by.period ?? by.due ?? ''}`);
    return node.id;
  }
}
