/** What the page may ask of a line when all are submitted together. */
export interface LineHandle {
  reportId: string;
  /** Written, not submitted yet, and complete enough to go. */
  isReady: () => boolean;
  flush: () => Promise<number>;
}
