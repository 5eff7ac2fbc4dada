import { unread } from './deadline.js';

const VERBS =
  '全面|全部|基本|初步|取得|建立|建成|完成|完善|出台|印发|制定|制订|修订|修改|编制|起草|形成|组织|开展|启动|实现|达到|上报|报送|报告|提交|上交' +
  '|公布|发布|公示|公开|落实|推进|推动|深化|坚持|实施|施行|试行|执行|召开|举办|举行|验收|自查|自评|整改|办结|销号|投入|开工|竣工|到位' +
  '|见效|总结|汇总|评估|评查|评议|评选|考核|考评|检查|抽查|督查|督办|督导|征求|审议|审核|通过|签订|交付|结项|结束|完毕|培训|宣传|通报|调度|反馈|更新|维护|报|交' +
  '|优化|巩固|提升|加强|抓好|做好|跟进|进行|研究|梳理|清理|归集|归档|申报|推广|覆盖|各|共|累计|至少|不少于|不低于|向社会|面向|对外|力争|确保|按时|及时|再|并|均';

const VERB_PHRASE = new RegExp(`^(?:${VERBS})`);
// A label that itself names a time, or only hopes, is not a label.
const NOT_A_LABEL =
  /\d+(?:年|月|日|号|季|[-/.]\d)|半年|季度|年底|月底|原则上|视情|适时|择机|如|若|除|不(?!少于|低于|断)|未|起$|待/;

/** True for a phrase that says what is done by a day (建立机制, 完成50%): it may stand after a date as its label. */
export function isVerbPhrase(text: string): boolean {
  return /^\d{1,3}%$/.test(text) || (text.length <= 40 && VERB_PHRASE.test(text) && !NOT_A_LABEL.test(text));
}

/** The label of a node: 完成自查 is 自查, 完成50% stays, a bare 完成 says nothing. */
export function labelOf(verbPhrase: string): string | undefined {
  const label = verbPhrase.replace(/^完成(?=[^\d%]{2})/, '').replace(/^:|[:,;。、]$/g, '');
  return label === '' || label === '完成' ? undefined : label;
}

/** 并长期坚持, 持续推进, 2024年持续深化: the work goes on after the due day. */
export const CONTINUES =
  /^(?:(?:并|且|此后|之后|以后|后续|今后)*(?:\d{4}年|次年|明年)?(?:起|并)?)(?:长期|持续|常态化?|常年|不断|继续|长效)(?!.*(?:无人|未|不再|停))[\p{Script=Han}]{0,20}$/u;

const COUNT =
  /^(?:完成|开展|组织|组织开展|举办|召开)?(?:共|累计)?(?:不少于|至少|不低于)?(\d{1,5})(?:次|期|场次?|件|个|项|家|份|篇|人次)(?:以上)?$/;

/** The number in 不少于4次, 开展12场; undefined for anything else. */
export function countOf(phrase: string): number | undefined {
  const match = COUNT.exec(phrase);
  return match ? Number(match[1]) : undefined;
}

/** What follows a finished phrase: nothing or a verb phrase gives no reason, anything else is unread. */
export function unreadTail(written: string): string[] {
  const tail = written.replace(/^[,;。]/, '');
  return tail === '' || isVerbPhrase(tail) ? [] : [unread(tail)];
}
