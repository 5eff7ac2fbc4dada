import type { OpenFormService } from '../../features/reporting/open-form.service.js';
import type { ReviewReportService } from '../../features/reporting/review-report.service.js';
import type { WriteReportService } from '../../features/reporting/write-report.service.js';
import type { DemoActors } from './demo-actors.js';
import type { DemoIndex } from './demo-index.js';
import type { DemoReport } from './demo-year.js';

/** Hands in and reviews the monthly reports of the year. */
export class DemoReports {
  constructor(
    private readonly actors: DemoActors,
    private readonly forms: OpenFormService,
    private readonly writing: WriteReportService,
    private readonly reviewing: ReviewReportService,
  ) {}

  /** The department's liaison of that day submits. */
  submit(report: DemoReport, index: DemoIndex): Promise<void> {
    return this.actors.as(`${report.department}-LIAISON`, async () => {
      const { count, text, problems, nextStep, evidenceIds = [] } = report;
      const content = { claimedProgress: report.progress, count, text, problems, nextStep, evidenceIds };
      await this.writing.submit(await this.formOf(report, index), content);
    });
  }

  /** The keeper accepts with the verified progress, or returns with the reason. */
  review(report: DemoReport, index: DemoIndex, keeper: string): Promise<void> {
    return this.actors.as(keeper, async () => {
      const form = await this.formOf(report, index);
      if (report.decision === 'RETURN') await this.reviewing.returnForRevision(form, report.reason);
      else await this.reviewing.accept(form, report.verified);
    });
  }

  private formOf({ task, department, month }: DemoReport, index: DemoIndex): Promise<string> {
    return this.forms.open(index.part(task, department), month);
  }
}
