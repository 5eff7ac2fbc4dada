/** How many standing pieces of evidence prove the report `r` of a statement. */
export const EVIDENCE_OF_REPORT = `(SELECT CAST(COUNT(*) AS integer) FROM evidence_link l
  JOIN evidence ev ON ev.id = l.evidence_id WHERE l.subject_kind = 'REPORT' AND l.subject_id = r.id
  AND l.is_active = 1 AND ev.removed_on IS NULL AND ev.superseded_on IS NULL)`;
