const NAMES = { chain: '链', anchor: '锚点', coverage: '数据与日志', files: '文件' };
const MOST_SHOWN = 50;

/** The verdict in Chinese: what is whole, what is broken and where, and what could not be checked. */
export function reportText(verdict) {
  const { ok, faults, events, head, latest, archivedAt } = verdict;
  const shown = faults.slice(0, MOST_SHOWN).map(({ by, text }) => `  ✗ ［${NAMES[by]}］${text}`);
  return [
    `审计日志 ${events} 条，链尾第 ${head.seq} 条（${when(latest)}），档案写于 ${when(archivedAt)}。`,
    '',
    ok
      ? '结论：在下列核验范围内完好。'
      : `结论：发现 ${faults.length} 处问题，第一处在第 ${faults[0].seq} 条。`,
    ...shown,
    ...(faults.length > MOST_SHOWN ? [`  … 另有 ${faults.length - MOST_SHOWN} 处，见 --json`] : []),
    '',
    '核验了：',
    ...doneOf(verdict).map((text) => `  · ${text}`),
    ...undoneOf(verdict).map((text, place) => `${place === 0 ? '没有核验：\n' : ''}  · ${text}`),
    '',
  ].join('\n');
}

function doneOf({
  withKey,
  anchorFiles,
  anchorsChecked,
  anchoredUpTo,
  rowsCompared,
  sealsCompared,
  filesRead,
}) {
  return [
    '序号连续、前后相接、时间没有倒退、链尾与登记一致',
    ...(withKey ? ['每一条的内容与封存值相符（用密钥重算）'] : []),
    ...(anchorFiles.length > 0
      ? [
          `外部锚点 ${anchorsChecked} 个（${anchorFiles.length} 个文件），锚点之内的内容可信到第 ${anchoredUpTo} 条`,
        ]
      : []),
    `业务数据 ${rowsCompared} 行与审计日志所记的最后值一致、无漏记`,
    ...(sealsCompared > 0
      ? [`${sealsCompared} 份台账印发时封存的任务（编号、原定时限、完成时限）无增删、无改动`]
      : []),
    ...(filesRead === null ? [] : [`佐证材料文件 ${filesRead} 个的哈希值`]),
  ];
}

function undoneOf({ withKey, anchorFiles, anchoredUpTo, head, filesRead }) {
  const undone = [];
  if (!withKey) {
    undone.push(
      anchoredUpTo === 0
        ? '各条内容是否被改动（没有密钥，也没有相符的锚点）'
        : `第 ${anchoredUpTo + 1} 条以后的内容是否被改动（没有密钥；锚点之内的已按摘要核验）`,
    );
  }
  if (anchorFiles.length === 0) {
    undone.push('是否删去了末尾、整体改写、恢复了旧备份：没有外部锚点，这三种情况查不出来');
  } else if (anchoredUpTo < head.seq) {
    undone.push(`第 ${anchoredUpTo + 1} 条以后是否被有密钥的人整体改写（最后一个锚点之后，须等下一个锚点）`);
  }
  if (filesRead === null) undone.push('佐证材料文件的内容（没有用 --files 指明目录）');
  return undone;
}

const when = (at) =>
  at === null ? '不详' : new Date(at).toLocaleString('zh-CN', { timeZone: 'Asia/Shanghai', hour12: false });
