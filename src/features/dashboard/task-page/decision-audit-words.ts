import { withReason, word, type Words } from './audit-sentence.js';

/** What is recorded of major decisions. */
export const DECISIONS: Readonly<Record<string, Words>> = {
  'decisions.create': ({ after }) => `登记重大行政决策事项“${word(after['title'])}”`,
  'decisions.change': withReason('修改决策事项'),
  'decisions.record': ({ after }) => `登记环节“${word(after['stepName'])}”，办理日期 ${word(after['on'])}`,
  'decisions.determine': ({ after }) =>
    `判断“${word(after['stepName'])}”${after['applies'] === true ? '适用' : '不适用'}，理由：${word(after['reason'])}`,
  'decisions.ask-exception': withReason('对程序要求申请例外'),
  'decisions.approve-exception': '批准例外',
  'decisions.change-draft': ({ after }) =>
    after['substantive'] === true ? '上传草案（实质性修改）' : '上传草案（文字性修改）',
  'decisions.file-document': ({ after }) => `归入“${word(after['stepName'])}”材料“${word(after['name'])}”`,
  'decisions.export-pack': ({ after }) => `取用佐证材料包，${word(after['files'])} 份材料`,
  'decisions.access-document': ({ after }) => `取用材料“${word(after['name'])}”`,
  'decisions.add-opinion': ({ after }) => `登记公众意见第 ${word(after['ordinal'])} 条`,
  'decisions.change-opinion': ({ after }) => `修改公众意见第 ${word(after['ordinal'])} 条`,
  'decisions.import-opinions': ({ after }) => `导入公众意见采纳情况表，共 ${word(after['opinions'])} 条`,
  'decisions.return': withReason('退回补正'),
  'decisions.resubmit': withReason('补正后重新报送', 'reason', '说明'),
  'decisions.suspend': withReason('中止决策程序'),
  'decisions.resume': withReason('恢复决策程序'),
  'decisions.adjust': withReason('启动决策调整'),
  'decisions.terminate': withReason('终止决策程序'),
  'decisions.close': withReason('决策归档结案', 'reason', '说明'),
  'decisions.create-catalogue': ({ after }) => `建立 ${word(after['year'])} 年度重大行政决策事项目录`,
  'decisions.add-item': ({ after }) => `将“${word(after['title'])}”列入目录，理由：${word(after['reason'])}`,
  'decisions.remove-item': withReason('将事项调出目录'),
  'decisions.consent-catalogue': ({ after }) =>
    `登记同级党委同意目录的文件：${word(after['consentDocument'])}`,
  'decisions.publish-catalogue': ({ after }) => `批准公布目录，第 ${word(after['edition'])} 次公布`,
};
