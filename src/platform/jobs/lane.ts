/** Work of which one piece is under way at a time: whoever asks meanwhile joins it. */
export class Lane<T> {
  private running: Promise<T> | null = null;

  constructor(private readonly deed: () => Promise<T>) {}

  run(): Promise<T> {
    this.running ??= this.deed().finally(() => {
      this.running = null;
    });
    return this.running;
  }

  /** Waits for what is under way; how it ends is its caller's business. */
  async idle(): Promise<void> {
    await this.running?.catch(() => undefined);
  }
}
