/** SQL: a column of the delivery to a group that stands worst, of the digest `d`; null where it goes to no group. */
export function worstRobot(column: 'state' | 'last_error'): string {
  return `(SELECT g.${column} FROM delivery g WHERE g.digest_id = d.id AND g.channel <> 'MAIL'
    ORDER BY CASE g.state WHEN 'GIVEN_UP' THEN 0 WHEN 'FAILED' THEN 1 WHEN 'QUEUED' THEN 2 ELSE 3 END, g.channel LIMIT 1)`;
}
