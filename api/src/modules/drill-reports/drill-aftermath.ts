import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { DrillEndings } from '../drill-runs/index.js';
import { Verification } from './actions/verification.js';
import { Analyses } from './analysis/analyses.js';
import { EngineChanged } from './drill-report.errors.js';
import { FollowUps } from './follow-ups/follow-ups.service.js';
import { ProgramEffects } from './follow-ups/program-effects.js';

/** What happens by itself when a run is over: its report is worked out, and what follows from it is done. */
@Injectable()
export class DrillAftermath implements OnModuleInit {
  private readonly log = new Logger('DrillReports');

  constructor(
    private readonly endings: DrillEndings,
    private readonly analyses: Analyses,
    private readonly followUps: FollowUps,
    private readonly verification: Verification,
    private readonly programs: ProgramEffects,
  ) {}

  onModuleInit(): void {
    this.endings.subscribe((runId) => this.after(runId));
  }

  /** An emergency stop means that a real event came first: its report is there, but nothing follows from it. */
  private async after(runId: string): Promise<void> {
    try {
      const analysed = await this.analyses.of(runId);
      if (analysed.run.status !== 'ended') return;
      await this.followUps.follow(analysed);
      await this.verification.verify(analysed);
      await this.programs.follow(analysed);
    } catch (error) {
      if (!(error instanceof EngineChanged)) throw error;
      this.log.warn(`no report of run ${runId}: ${error.message}`);
    }
  }
}
