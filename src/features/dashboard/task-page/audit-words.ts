import { withReason, word, type AuditFacts, type Words } from './audit-sentence.js';
import { DECISIONS } from './decision-audit-words.js';
import { FILES, IDENTITY, OFFICE } from './office-audit-words.js';

const byDocument = (deed: string) => withReason(deed, 'stateReason', '批准文件');

function assigned({ before, after, departmentName }: AuditFacts): string {
  if (after['state'] === 'WITHDRAWN') return '撤回分工';
  const role = after['role'] === 'LEAD' ? '牵头单位' : '配合单位';
  const name = departmentName(word(after['departmentId']));
  return Object.keys(before).length > 0 ? `调整分工为${role}` : `将${name}列为${role}`;
}

function deadlineMoved({ before, after }: AuditFacts): string {
  return `时限由 ${word(before['dueOn']) || '待定'} 改为 ${word(after['dueOn'])}`;
}

function percentOf(deed: string, field: string, label: string) {
  return ({ after }: AuditFacts): string => {
    const percent = word(after[field]);
    return percent === '' ? deed : `${deed}，${label} ${percent}%`;
  };
}

function imported({ after }: AuditFacts): string {
  return `台账文件入库：新增 ${word(after['added'])} 项，变更 ${word(after['changed'])} 项，未变 ${word(after['unchanged'])} 项`;
}

const LEDGER: Readonly<Record<string, Words>> = {
  'ledger.preview': ({ after }) => `上传台账文件“${word(after['fileName'])}”`,
  'ledger.fix-row': ({ after }) => `更正导入预览第 ${Number(after['row']) + 1} 行`,
  'ledger.discard-import': '放弃导入',
  'ledger.import': imported,
  'ledger.create': '建立台账',
  'ledger.issue': '印发台账，交办已立项的任务',
  'ledger.close': '台账办结归档',
  'ledger.create-task': '新增任务',
  'ledger.update-by-import': '按重新导入的台账更新任务',
  'ledger.register': '核定立项',
  'ledger.assign': assigned,
  'ledger.reassign': withReason('改派', 'stateReason'),
  'ledger.complete-list': '确定配合单位名单',
  'ledger.split': byDocument('拆分任务'),
  'ledger.split-part': '由拆分产生，随即交办',
  'ledger.break-down': ({ after }) => `分解下达给${word(after['receivers'])}`,
  'ledger.receive': ({ after }) => `${word(after['stateReason'])}，分派产生本任务`,
  'ledger.breakdown.send': '分解下达任务',
  'ledger.breakdown.resend': '重新下达任务',
  'ledger.breakdown.withdraw': withReason('撤回下达的任务'),
  'ledger.breakdown.accept': '接收上级交办的任务',
  'ledger.breakdown.return': withReason('退回上级交办的任务'),
  'ledger.breakdown.assign': '分派上级交办的任务',
  'ledger.breakdown.move-deadline': ({ before, after }) =>
    `上级时限由 ${word(before['dueOn'])} 改为 ${word(after['dueOn'])}`,
  'ledger.breakdown.release': withReason('上级撤销任务', 'reason', '批准文件'),
  'ledger.suspend': byDocument('中止任务'),
  'ledger.cancel': byDocument('撤销任务'),
  'ledger.resume': withReason('恢复办理', 'stateReason'),
  'ledger.sign': '签收',
  'ledger.take-up': '第一牵头单位签收，任务进入承办',
  'ledger.object': withReason('提出异议'),
  'ledger.objected': withReason('任务有异议待处理', 'stateReason'),
  'ledger.uphold': withReason('维持分工'),
  'ledger.reissue': withReason('异议处理完毕', 'stateReason'),
  'ledger.complete': withReason('确认本单位工作完成', 'reason', '完成情况'),
  'ledger.milestone-done': ({ after }) =>
    `确认于 ${word(after['doneOn'])} 完成，依据：${word(after['proof'])}`,
  'ledger.ask-extension': ({ after }) =>
    `申请延期至 ${word(after['askedDueOn'])}，理由：${word(after['reason'])}`,
  'ledger.extension.endorsed': withReason('延期申请审核同意，转下一环节', 'decisionReason', '意见'),
  'ledger.extension.approved': ({ after }) => `批准延期至 ${word(after['decidedDueOn'])}`,
  'ledger.extension.rejected': withReason('不予批准延期', 'decisionReason'),
  'ledger.extension.withdrawn': '撤回延期申请',
  'ledger.change-deadline': deadlineMoved,
  'ledger.close-out.requested': '任务转入申请办结',
  'ledger.close-out.verified': '任务转入审核通过',
  'ledger.close-out.approved': '任务销号',
  'ledger.close-out.returned': withReason('任务退回重办', 'stateReason'),
  'ledger.close-out.withdrawn': '任务恢复承办',
};

const REPORTING: Readonly<Record<string, Words>> = {
  'reporting.open-forms': ({ after }) => `开启 ${word(after['month'])} 月报`,
  'reporting.open-form': ({ after }) => `补开 ${word(after['month'])} 月报`,
  'reporting.draft': '保存月报草稿',
  'reporting.submit': percentOf('报送月报', 'claimedProgress', '自报进度'),
  'reporting.return': withReason('退回月报', 'returnedReason'),
  'reporting.accept': percentOf('月报审核通过', 'verifiedProgress', '核定进度'),
  'reporting.correct': withReason('更正月报'),
  'reporting.close-out.request': ({ after }) => `申请办结：${word(after['statement'])}`,
  'reporting.close-out.verify': '办结申请审核通过',
  'reporting.close-out.approve': '批准销号',
  'reporting.close-out.return': withReason('退回办结申请', 'decisionReason'),
  'reporting.close-out.withdraw': '撤回办结申请',
};

const ROUND: Readonly<Record<string, Words>> = {
  'dispatch.open': '开启月调度',
  'dispatch.collect': '开始收集月报',
  'dispatch.chase': '按日检查并催办',
  'dispatch.notices': '按日检查重大行政决策和出庭应诉事项并提醒',
  'dispatch.freeze': '冻结台账',
  'dispatch.freeze-batch': '冻结一批任务',
  'dispatch.meet': '登记月调度会',
  'dispatch.publish': '登记印发通报',
  'reminder.approve': ({ after }) => `批准发出${word(after['number'])}`,
  'reminder.reply': withReason('答复提醒', 'reason', '内容'),
  'reminder.dismiss': withReason('免发提醒'),
  'reminders.digest': '汇总当日事项',
  'reminders.sent': '提醒已发出',
  'reminders.notSent': withReason('提醒未能发出', 'lastError', '原因'),
  'reminders.sign': '签收提醒',
  'reminders.addRobot': '登记群机器人',
  'reminders.changeRobotKey': '更换群机器人密钥',
  'reminders.switchRobot': ({ after }) => (after['state'] === 'ON' ? '启用群机器人' : '停用群机器人'),
  'reminders.tryRobot': ({ after }) =>
    after['sent'] === true ? '群机器人测试消息已收下' : '群机器人未收下测试消息',
  'reminders.resend': '重发提醒',
  'reminders.retryDelivery': '系统管理员重试送达',
  'reminders.readdress': '联络员变更，提醒改送接任人',
  'papers.issue': ({ after }) => `印发月通报${word(after['number'])}`,
  'papers.file': '生成通报文件',
};

const LITIGATION: Readonly<Record<string, Words>> = {
  'litigation.register': ({ after }) => `登记应诉案件：${word(after['cause'])}`,
  'litigation.correct': '更正应诉案件',
  'litigation.import-case': '按导入的名单登记或者补充应诉案件',
  'litigation.add-instance': '登记上诉或者再审',
  'litigation.correct-instance': '更正审级',
  'litigation.close-instance': '登记结案',
  'litigation.record-suggestion': '登记司法建议',
  'litigation.schedule': ({ after }) => `排期于 ${word(after['day'])} 开庭`,
  'litigation.reschedule': withReason('改期', 'stateReason', '情况'),
  'litigation.cancel': withReason('取消开庭', 'stateReason'),
  'litigation.hold': ({ after }) => `登记 ${word(after['day'])} 已开庭`,
  'litigation.record-notice': ({ after }) => `登记 ${word(after['day'])} 开庭的出庭通知`,
  'litigation.reply': '答复由谁出庭',
  'litigation.plan-official': '安排出庭负责人',
  'litigation.return-form': '报送或者更正出庭情况回执',
  'litigation.record-rulings': '登记法院和办公室的认定',
  'litigation.enter-court-figures': ({ after }) =>
    `录入法院 ${word(after['year'])} 年第 ${word(after['quarter'])} 季度名单，${word(after['lines'])} 件`,
};

/** Every operation the program records, as what an official would say was done. */
export const auditWords: Readonly<Record<string, Words>> = {
  ...LEDGER,
  ...REPORTING,
  ...LITIGATION,
  ...DECISIONS,
  ...ROUND,
  ...OFFICE,
  ...IDENTITY,
  ...FILES,
};

/** Takes an operation's code and its facts; gives the sentence, without who and when. */
export function sentenceOf(operation: string, facts: AuditFacts): string {
  const words = auditWords[operation];
  // A code of a later version, read by this one, is shown as it stands rather than hidden.
  if (words === undefined) return `办理“${operation}”`;
  return typeof words === 'string' ? words : words(facts);
}
