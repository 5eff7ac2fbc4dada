/**
 * Work of which one piece is under way at a time, and which is done once more when it was asked for meanwhile: what came
 * after a round began is not in that round. The deed never rejects.
 */
export class AgainLane {
  private running: Promise<void> | null = null;
  private asked = false;

  constructor(private readonly deed: () => Promise<void>) {}

  ask(): void {
    this.asked = true;
    this.running ??= this.drain();
  }

  async idle(): Promise<void> {
    await this.running;
  }

  private async drain(): Promise<void> {
    while (this.asked) {
      this.asked = false;
      await this.deed();
    }
    this.running = null;
  }
}
