/** Fields that events of many kinds tell alike. */
const COMMON = {
  id: '内部编号', version: '版本', code: '代码', number: '编号', seq: '顺序号', ordinal: '次序', year: '年度', month: '月份',
  day: '日期', name: '名称', title: '标题', kind: '类别', state: '状态', status: '状态', reason: '理由', stateReason: '状态变更的理由',
  note: '备注', document: '文件', holder: '姓名', post: '岗位', postCode: '岗位', by: '办理岗位', on: '办理日期', from: '自', to: '至',
  department: '单位', departmentId: '单位', jurisdiction: '辖区', ledger: '台账', ledgerId: '台账', taskId: '任务',
  assignmentId: '任务分工', roundId: '月调度', createdBy: '登记岗位', createdOn: '登记日期', recordedBy: '登记岗位',
  recordedOn: '登记日期', submittedBy: '报送岗位', submittedOn: '报送日期', submittedAt: '报送时间', signedBy: '签收、签批岗位',
  signedOn: '签收日期', decidedBy: '决定岗位', decidedOn: '决定日期', decisionReason: '决定的理由', verifiedBy: '审核岗位',
  verifiedOn: '审核日期', reviewedBy: '审核岗位', reviewedOn: '审核日期', removedBy: '撤回岗位', removedOn: '撤回日期',
  removalReason: '撤回理由', publishedOn: '公布、印发日期', publishedIn: '公布载体', madeUp: '是否补办', isLate: '是否逾期',
  fileName: '文件名', fileSha256: '文件哈希值', sha256: '文件哈希值', bytes: '文件大小（字节）', files: '文件数', rows: '行数',
  filter: '筛选条件', sort: '排序', columns: '显示的列', changes: '变更内容', error: '失败原因', lastError: '失败原因',
  tries: '已试次数', attempts: '已试次数',
} as const; // prettier-ignore

/** Ledgers, tasks, what is handed down, deadlines. */
const LEDGER = {
  sourceDocument: '来源文件', sourceNumber: '文号', issuedOn: '印发日期', issuedBy: '印发岗位', ownerDepartmentId: '管理单位',
  issued: '交办任务数', leftOut: '未交办的任务', archived: '归档任务数', sealedTasks: '封存任务数', sealedSha256: '封存哈希值',
  importId: '导入编号', added: '新增数', changed: '变更数', missing: '不再列入数', unchanged: '未变数', ready: '可入库数',
  needsReview: '待核对数', rejected: '不能入库数', skipped: '略过数', row: '行号', lead: '牵头单位', support: '配合单位',
  groups: '单位组', target: '目标', measures: '工作措施', indicator: '指标', indicatorId: '指标', deadline: '完成时限',
  deadlineRaw: '完成时限原文', startsOn: '开始日期', dueOn: '时限', originalDueOn: '原定时限', deadlineVersion: '时限版本',
  cadence: '报送频次', targetCount: '目标数量', targetUnit: '目标计量单位', openEnded: '配合单位名单是否待定', sortKey: '排序码',
  rawCells: '原表内容', mergedIntoId: '并入的任务', assignedOn: '交办日期', stateSince: '状态起始日期', closedOn: '销号日期',
  closeRequestedOn: '申请办结日期', daysInReview: '审核占用天数', role: '分工', isFirstLead: '是否第一牵头', viaGroup: '所属单位组',
  doneOn: '完成日期', proof: '完成依据', receivers: '接收单位', sourceTaskId: '上级任务', giverId: '下达单位', receiverId: '接收单位',
  office: '下达的依法治区办', ledgerTitle: '台账名称', handedDownBy: '下达岗位', handedDownOn: '下达日期', answeredBy: '答复岗位',
  answeredOn: '答复日期', receivedTaskId: '分派产生的任务', releasedOn: '上级撤销日期', askedBy: '申请岗位', askedOn: '申请日期',
  askedDueOn: '申请延至', decidedDueOn: '批准延至', dueOnThen: '申请时的时限', overdueDaysThen: '申请时已逾期天数',
  progressText: '进展情况', lateReason: '逾期申请的理由', approverRung: '审批层级', beforeMeeting: '是否会前改期',
} as const; // prettier-ignore

/** Monthly reports, close-out, evidence. */
const REPORTING = {
  claimedProgress: '自报进度（%）', verifiedProgress: '核定进度（%）', count: '完成数量', text: '进展情况', problems: '存在问题',
  nextStep: '下步措施', evidenceIds: '佐证材料', timesReturned: '被退回次数', returnedReason: '退回理由', forms: '月报数',
  statement: '办结说明', requestedBy: '申请岗位', requestedOn: '申请日期', openMilestones: '未完成的节点',
  milestoneExplanation: '节点未完成的说明', silentSupports: '未确认完成的配合单位', silenceExplanation: '配合单位未确认的说明',
  subject: '主题、所证明的事项', subjectKind: '所证明事项的类别', subjectId: '所证明的事项', supersedes: '所替换的材料',
  supersedesId: '所替换的材料', supersededOn: '被替换日期', sameKey: '查重标识', description: '说明', secrecy: '密级',
  validUntil: '有效期至', isShared: '是否供全体承办单位查阅', purpose: '用途', removed: '移除数',
} as const; // prettier-ignore

/** Major decisions. */
const DECISIONS = {
  category: '事项类别', procedureId: '适用程序', supervisingLeader: '分管领导', adjustsId: '所调整的事项', finishOn: '计划完成日期',
  step: '环节', stepName: '环节名称', fields: '环节内容', draft: '所依据的草案', fallen: '随之失效的环节', applies: '是否适用',
  gate: '程序要求', override: '例外的顺序号', substantive: '是否实质性修改', deed: '办理事项', source: '意见来源', opinion: '意见内容',
  people: '人数', adoption: '采纳情况', decisionId: '决策事项', consentDocument: '同级党委同意的文件', consentOn: '同意日期',
  edition: '公布版次', opinions: '意见条数',
} as const; // prettier-ignore

/** Court appearance. */
const LITIGATION = {
  register: '台账类别', plaintiff: '原告', cause: '案由', actSued: '被诉行政行为', publicInterest: '是否公益诉讼', instances: '审级',
  caseId: '案件', time: '开庭时间', room: '法庭', online: '是否在线开庭', sitting: '庭次', dayVersion: '开庭日期版本',
  notices: '出庭通知', appearances: '各单位出庭情况', planned: '拟出庭负责人', replacements: '换人情况', reply: '出庭答复',
  absence: '不能出庭的理由', absenceAccepted: '理由是否认可', identityAccepted: '身份证明是否认可', rankConfirmed: '职务级别是否认可',
  form: '出庭情况回执', quarter: '季度', lines: '件数', numbers: '案号',
} as const; // prettier-ignore

/** The monthly round, reminders, papers. */
const ROUND = {
  reportsDueOn: '月报截止日期', freezeOn: '冻结日期', meetingOn: '拟开会日期', minutesDueOn: '纪要应完成日期',
  bulletinDueOn: '通报应印发日期', metOn: '开会日期', snapshotSha256: '快照哈希值', totals: '合计', flags: '逾期标记',
  raised: '新增逾期标记数', cleared: '解除逾期标记数', reminders: '提醒', created: '新发提醒数', existing: '已有提醒数',
  registers: '其他登记簿事项数', corrections: '追溯更正数', digests: '提醒汇总数', recipient: '收件人类别', items: '事项数',
  fallback: '是否改送主要负责人', mailed: '是否发送邮件', channel: '送达渠道', messageId: '消息编号', readdressed: '是否改送',
  signed: '是否加签', sent: '是否收下', dataSha256: '数据哈希值', format: '文件格式',
} as const; // prettier-ignore

/** Departments, posts, accounts, the calendar, operation. */
const OFFICE = {
  shortName: '简称', alias: '别名', aliases: '别名', names: '名称', parentId: '上级单位', parentCode: '上级单位代码', path: '位置、地址',
  isEnforcementUnit: '是否行政执法单位', isResponsibleDepartment: '是否责任单位', validFrom: '存在、有效之日起',
  validTo: '存在、有效之日止', into: '并入的单位', rule: '组成规则', phrases: '对应的说法', members: '成员单位', fromDay: '任职起始日期',
  toDay: '任职终止日期', email: '邮箱', termId: '任职编号', former: '移交人', successor: '接任人', handedBy: '移交登记岗位',
  handedOn: '移交日期', openItems: '移交事项数', confirmedOn: '确认日期', confirmedAt: '确认时间', username: '用户名', duty: '职责',
  grant: '岗位授权', means: '登录方式', userAgent: '浏览器', ended: '结束的登录数', sessions: '结束的登录数',
  lastSignInAt: '上次登录时间', accounts: '账号数', noticeNumber: '通知文号', days: '调整天数', times: '次数', ok: '是否通过',
  events: '核验条数', faults: '发现的问题', anchor: '锚点', hash: '哈希值', at: '时间', topic: '事项类型', key: '事项标识',
  asked: '是否由人员要求',
} as const; // prettier-ignore

/** What the fields are called that events tell before and after. A field of many kinds of events has one name for all. */
export const AUDIT_FIELD_NAMES: Readonly<Record<string, string>> = {
  ...COMMON,
  ...LEDGER,
  ...REPORTING,
  ...DECISIONS,
  ...LITIGATION,
  ...ROUND,
  ...OFFICE,
};
