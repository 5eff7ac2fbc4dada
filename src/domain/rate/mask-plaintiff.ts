const COMPOUND =
  /^(欧阳|上官|司马|诸葛|司徒|东方|皇甫|尉迟|公孙|慕容|令狐|夏侯|长孙|宇文|端木|独孤|南宫|西门|轩辕|司空)/u;
const ORGANISATION =
  /(有限责任公司|股份有限公司|有限公司|公司|合作社|事务所|委员会|经营部|工作室|中心|医院|学校|商店|超市|饭店|餐厅|酒店|工厂|商行|门市部|协会|商会|店|厂|行|部|社)$/u;
const PROCURATORATE = /人民检察院$/u;

/**
 * The only form in which a plaintiff enters the register: 张三 → 张某, 欧阳修文 → 欧阳某某, 天津市甲乙科技有限公司 →
 * 某有限公司; several names keep their order; what is masked already stays. A procuratorate that sues for the public
 * is no private person and stays as it is.
 */
export function maskPlaintiff(given: string): string {
  const text = given.normalize('NFC').replace(/\s+/gu, '');
  const more = /等(\d+|[一二三四五六七八九十百]+)?(人|户|名)?$/u.exec(text);
  const names = (more ? text.slice(0, more.index) : text).split(/[、,，;；/]/u).filter((name) => name !== '');
  return `${names.map(maskName).join('、')}${more?.[0] ?? ''}`;
}

function maskName(name: string): string {
  if (PROCURATORATE.test(name) || /^(.{1,2})某{1,2}(\d|甲|乙|丙)?$/u.test(name) || name.startsWith('某'))
    return name;
  const organisation = ORGANISATION.exec(name);
  if (organisation && [...name].length > 3) return `某${organisation[0]}`;
  const family = COMPOUND.exec(name)?.[0] ?? [...name][0] ?? '';
  const given = Array.from(name.slice(family.length));
  return given.length >= 2 ? `${family}某某` : `${family}某`;
}
