import type { LessonBlock } from '@readyroom/contract';
import { Html } from '../../../shared/ui/html.js';
import { Callout } from './callout.js';
import { Chart } from './chart.js';
import { Checklist } from './checklist.js';
import { Compare } from './compare.js';
import { Reflection } from './reflection.js';
import { Steps } from './steps.js';
import { Timeline } from './timeline.js';
import './blocks.css';

export function Block({ block }: { block: LessonBlock }) {
  switch (block.type) {
    case 'text':
      return <Html html={block.html} raiseHeadings />;
    case 'callout':
      return <Callout block={block} />;
    case 'steps':
      return <Steps block={block} />;
    case 'timeline':
      return <Timeline block={block} />;
    case 'compare':
      return <Compare block={block} />;
    case 'checklist':
      return <Checklist block={block} />;
    case 'chart':
      return <Chart block={block} />;
    case 'reflection':
      return <Reflection block={block} />;
  }
}
