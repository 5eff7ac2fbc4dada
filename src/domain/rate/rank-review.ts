const PARTY_POST = /书记|党组成员|党委委员|党工委委员/u;
const ADMINISTRATIVE_POST =
  /[区县局镇乡院队所处科]长|主任|局长|区长|主席|总队长|支队长|大队长|指挥长|调研员|参谋长|政委/u;

/**
 * True for a post that names an office of the Party alone, as 党组书记 does: whether its holder is a head in the sense of
 * 第二条 must be found by the office. 党组书记、局长 needs no finding.
 */
export function rankNeedsReview(post: string): boolean {
  return PARTY_POST.test(post) && !ADMINISTRATIVE_POST.test(post);
}
