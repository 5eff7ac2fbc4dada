/** What the self-check counts; every one of them must be 0. */
export const CHECKED = [
  'missedSlots',
  'heldSlots',
  'orphanFiles',
  'missingFiles',
  'alteredFiles',
  'chainBreaks',
  'storageFailures',
] as const;

/** What can be counted at any moment from the tables; must be 0 too. */
export const STANDING = [
  'failedSlots',
  'abandonedRuns',
  'outboxOverdue',
  'outboxDead',
  'anchorsOverdue',
  'rowSecurityBypassed',
] as const;

/** What one process has counted since it began. */
export const TALLIED = ['truncatedUploads', 'fenceRefusals'] as const;

export type CheckedKey = (typeof CHECKED)[number];
export type StandingKey = (typeof STANDING)[number];
export type TalliedKey = (typeof TALLIED)[number];
export type CounterKey = CheckedKey | StandingKey | TalliedKey;

/** Results of a self-check; null where it could not be counted. */
export type CheckedCounters = Record<CheckedKey, number | null>;

/** What a counter is called, what it means when it is not 0, and what is to be done then. */
export interface CounterWords {
  metric: string;
  title: string;
  advice: string;
}

export const COUNTER_WORDS: Record<CounterKey, CounterWords> = {
  missedSlots: {
    metric: 'diaodu_missed_slots',
    title: '到期未办的定时任务',
    advice: '查看办理进程是否在运行（是否都设了 DIAODU_JOBS=off），再看日志中的失败原因；恢复后会自动补办。',
  },
  heldSlots: {
    metric: 'diaodu_held_slots',
    title: '漏办过多、等待人工确认的任务',
    advice: '先核对服务器时钟；确属停机造成的，由操作人员用命令逐月补办。',
  },
  orphanFiles: {
    metric: 'diaodu_orphan_files',
    title: '没有登记的存储文件',
    advice: '上传中断留下的文件一天后自动清理；持续不为 0 的，查看清理任务 evidence.sweep 的失败原因。',
  },
  missingFiles: {
    metric: 'diaodu_missing_files',
    title: '已登记但文件不在',
    advice: '立即停止清理数据目录，从备份中找回缺失的文件，放回数据目录 files 下的原位置。',
  },
  alteredFiles: {
    metric: 'diaodu_altered_files',
    title: '大小与登记不符的文件',
    advice: '文件被截断或者改动：从备份中取出同名文件换回，并检查磁盘。',
  },
  chainBreaks: {
    metric: 'diaodu_chain_breaks',
    title: '审计链错误',
    advice: '保留现场，不要改动数据库；通知审计管理员，用离线核验程序和外部锚点核对被改动的范围。',
  },
  storageFailures: {
    metric: 'diaodu_storage_failures',
    title: '数据库或文件目录读写失败',
    advice: '检查磁盘空间、权限和磁盘健康；期间的操作会被拒绝，不会丢失。',
  },
  failedSlots: {
    metric: 'diaodu_failed_slots',
    title: '办理失败的任务',
    advice: '每半分钟自动重试；原因在日志中（“任务 … 失败”），处理原因后自行恢复。',
  },
  abandonedRuns: {
    metric: 'diaodu_abandoned_runs',
    title: '中断后无人接手的办理',
    advice: '查看是否所有进程都停了，或者都设了 DIAODU_JOBS=off。',
  },
  outboxOverdue: {
    metric: 'diaodu_outbox_overdue',
    title: '等待超过一小时的事件',
    advice: '查看办理进程是否在运行；日志中有失败原因。',
  },
  outboxDead: {
    metric: 'diaodu_outbox_dead',
    title: '多次失败已放弃的事件',
    advice: '查日志和表 outbox 的 last_error，由开发人员处理。',
  },
  anchorsOverdue: {
    metric: 'diaodu_anchors_overdue',
    title: '逾期未送达的锚点存放处',
    advice: '查看下面“锚点存放处”中的原因：目录是否挂载、可写，邮件服务器是否可用。',
  },
  rowSecurityBypassed: {
    metric: 'diaodu_row_security_bypassed',
    title: '连接 PostgreSQL 的账号绕过行级安全',
    advice: '改用普通账号，见运行手册“数据库账号”。',
  },
  truncatedUploads: {
    metric: 'diaodu_truncated_uploads',
    title: '被拒绝的不完整上传（本进程）',
    advice: '没有保存，用户已得到提示；频繁出现的，检查网络和前面的代理的大小、时间限制。',
  },
  fenceRefusals: {
    metric: 'diaodu_fence_refusals',
    title: '被拒绝的过期办理（本进程）',
    advice:
      '某进程停顿过久、任务已由别的进程接手，数据未受影响；频繁出现的，检查机器负载，或者加大 DIAODU_LEASE_MS。',
  },
};
