import { MISSING, type TaskKind } from '../holdings.js';
import { partVersion, type Recipe, type Recipes, type Things } from '../recipe.js';

const APPROVAL = { approvalDocument: '某批〔2023〕3号' };
const REASON = { reason: '工作需要' };

/** A deed to a task in the standing it is meant for. */
function deed(kind: TaskKind, body: object | ((things: Things) => object) = {}): Recipe {
  return {
    about: 'task',
    ask: (things) => {
      const { id, version } = things.parent.tasks[kind];
      return { params: { id }, version, body: typeof body === 'function' ? body(things) : body };
    },
  };
}

/** A deed to a department's own part; besides, the same in the name of another department. */
function partDeed(kind: TaskKind, body: object): Recipe {
  return {
    about: 'task',
    ask: (things) => {
      const { id, assignments } = things.parent.tasks[kind];
      const request = { params: { id }, version: partVersion(things, kind) };
      const isOwn =
        id !== MISSING && assignments.some(({ department }) => department.code === things.who.department);
      const another = isOwn
        ? assignments.find(({ department }) => department.code !== things.who.department)
        : undefined;
      const inItsName = { ...body, department: another?.department.code };
      return [
        { ...request, body },
        ...(another
          ? [{ ...request, version: another.version, body: inItsName, relation: 'in-another-name' }]
          : []),
      ];
    },
  };
}

/** A deed to a request for a later deadline, looked up through its task. */
function extension(verb: string, body: object): Recipes {
  return {
    [`POST /api/v1/tasks/{id}/extension-requests/{requestId}/${verb}`]: {
      about: 'task',
      nested: true,
      ask: ({ parent, child }) => {
        const request = child.tasks.extending.extensionRequests[0];
        const params = { id: parent.tasks.extending.id, requestId: request?.id ?? '' };
        return { params, version: request?.version ?? 0, body };
      },
    },
  };
}

/** How the operations on tasks are asked. */
export const TASK_RECIPES: Recipes = {
  'GET /api/v1/tasks': {
    about: 'nothing',
    ask: ({ office }) => [
      { query: { limit: '100' } },
      { query: { limit: '100', department: office.other.code } },
      { query: { limit: '100', q: 'CANARY', sort: '-due' } },
    ],
  },
  'GET /api/v1/tasks/{id}': {
    about: 'task',
    ask: ({ parent }) => ({ params: { id: parent.tasks.signed.id } }),
  },
  'GET /api/v1/task-pages/{id}': {
    about: 'task',
    ask: ({ parent }) =>
      (['signed', 'overdue', 'extending', 'verified'] as const).map((kind) => ({
        params: { id: parent.tasks[kind].id },
      })),
  },
  'POST /api/v1/tasks': {
    about: 'nothing',
    ask: ({ office }) => ({
      body: { ledger: office.ledgerId, title: '新增任务', deadline: '11月底前', lead: [office.other.code] },
    }),
  },
  'POST /api/v1/tasks/{id}/milestones/{milestoneId}/done': {
    about: 'task',
    nested: true,
    ask: ({ parent, child }) => {
      const milestone = child.tasks.recurring.milestones[0];
      const params = { id: parent.tasks.recurring.id, milestoneId: milestone?.id ?? '' };
      return { params, version: milestone?.version ?? 0, body: { doneOn: '2023-03-10', proof: '会议纪要' } };
    },
  },
  'POST /api/v1/tasks/{id}/register': deed('drafted', { deadline: '11月底前' }),
  'POST /api/v1/tasks/{id}/reassign': deed('signed', ({ office }) => ({
    ...REASON,
    lead: [office.support.code],
  })),
  'POST /api/v1/tasks/{id}/complete-list': deed('openEnded', { support: ['GAJ'] }),
  'POST /api/v1/tasks/{id}/split': deed('signed', ({ office }) => ({
    ...APPROVAL,
    parts: [
      { title: '前一半', lead: [office.lead.code] },
      { title: '后一半', lead: [office.other.code] },
    ],
  })),
  'POST /api/v1/tasks/{id}/suspend': deed('signed', APPROVAL),
  'POST /api/v1/tasks/{id}/resume': deed('suspended', REASON),
  'POST /api/v1/tasks/{id}/cancel': deed('signed', APPROVAL),
  'POST /api/v1/tasks/{id}/sign': partDeed('fresh', {}),
  'POST /api/v1/tasks/{id}/object': partDeed('fresh', REASON),
  'POST /api/v1/tasks/{id}/complete-part': partDeed('signed', { statement: '本单位部分已完成' }),
  'POST /api/v1/tasks/{id}/decide-objection': deed('objected', ({ parent }) => ({
    ...REASON,
    department: parent.tasks.objected.assignments.find(({ state }) => state === 'OBJECTED')?.department.code,
  })),
  'POST /api/v1/tasks/{id}/extension-requests': deed('signed', {
    newDueOn: '2023-11-30',
    reason: '方案调整',
    progressSoFar: '已征求意见',
  }),
  ...extension('approve', { reason: '同意' }),
  ...extension('reject', { reason: '理由不足' }),
  ...extension('withdraw', {}),
};
