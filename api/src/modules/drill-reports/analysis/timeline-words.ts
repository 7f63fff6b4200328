import type { DrillEventBody, ScenarioDocument, Text } from '@readyroom/contract';
import { ALERT_WORDS, RATING_WORDS, STATEMENT_STATE_WORDS, STATUS_WORDS, STRATEGY_WORDS } from '../words.js';

type Body<K extends DrillEventBody['kind']> = Extract<DrillEventBody, { kind: K }>;

/** In quotation marks; those within become single ones. */
const quoted = (text: string): string => `“${text.replaceAll('“', '‘').replaceAll('”', '’')}”`;

/** Puts what happened into words, in both languages. What people wrote stays as they wrote it. */
export class TimelineWords {
  private readonly seats: ReadonlyMap<string, Text>;
  private readonly injects: ReadonlyMap<string, Text>;
  private readonly cards: ReadonlyMap<string, NonNullable<ScenarioDocument['items'][number]['card']>>;

  constructor(private readonly scenario: ScenarioDocument) {
    const injects = [...scenario.items, ...scenario.deck];
    this.seats = new Map(scenario.seats.map(({ key, title }) => [key, title]));
    this.injects = new Map(injects.map(({ key, title }) => [key, title]));
    this.cards = new Map(injects.flatMap(({ card }) => (card ? [[card.key, card] as const] : [])));
  }

  status({ status, reason }: Body<'status'>): Text {
    const { zh, en } = STATUS_WORDS[status];
    return reason ? { zh: `${zh}：${reason}`, en: `${en}: ${reason}` } : { zh, en };
  }

  phase({ title }: Body<'phase'>): Text {
    return { zh: `进入阶段：${title.zh}`, en: `Phase: ${title.en}` };
  }

  inject({ inject, to, text }: Body<'inject'>): Text {
    const title = this.injects.get(inject);
    const { zh, en } = to === 'feed' ? { zh: '公众', en: 'the public' } : this.names(to);
    return title
      ? { zh: `情景注入「${title.zh}」，送达${zh}`, en: `Inject ${quoted(title.en)} to ${en}` }
      : { zh: `临时注入，送达${zh}：${text.zh}`, en: `Quick inject to ${en}: ${text.en}` };
  }

  edited({ inject, text }: Body<'inject_edited'>): Text {
    const title = this.injects.get(inject) ?? { zh: inject, en: inject };
    return {
      zh: `导调改写了情景注入「${title.zh}」：${text.zh}`,
      en: `The facilitator reworded the inject ${quoted(title.en)}: ${text.en}`,
    };
  }

  decision({ card, option, by, confidence, rationale }: Body<'card_closed'>): Text {
    const found = this.cards.get(card);
    const prompt = found?.prompt ?? { zh: card, en: card };
    const label = found?.options.find(({ key }) => key === option)?.label ?? { zh: option, en: option };
    const how = {
      player: { zh: '决定', en: 'Decision' },
      time: { zh: '到时未决，按默认选项处理', en: 'Time was up, default taken' },
      stand_in: { zh: '模拟席位的决定', en: 'Decision of a simulated seat' },
    }[by];
    const sure = confidence === null ? '' : ` (${confidence}%)`;
    const why = (colon: string) => (rationale ? `${colon}${rationale}` : '');
    return {
      zh: `${how.zh}「${prompt.zh}」：${label.zh}${sure}${why('。理由：')}`,
      en: `${how.en} ${quoted(prompt.en)}: ${label.en}${sure}${why('. Why: ')}`,
    };
  }

  message({ to, text, direction }: Body<'message'>): Text {
    const { zh, en } = this.names(to);
    const way = {
      up: { zh: '上报', en: 'Message up' },
      down: { zh: '下达', en: 'Message down' },
      sideways: { zh: '横向通报', en: 'Message sideways' },
    }[direction];
    return { zh: `${way.zh}${zh}：${text.zh}`, en: `${way.en} to ${en}: ${text.en}` };
  }

  statement({ state, version, strategy, text, reason }: Body<'statement'>): Text {
    const words = STATEMENT_STATE_WORDS[state];
    const said = state === 'published' || state === 'corrected';
    const how = STRATEGY_WORDS[strategy];
    const zh = said ? `：${text.zh}` : reason ? `：${reason}` : '';
    const en = said ? `: ${text.en}` : reason ? `: ${reason}` : '';
    return {
      zh: `${words.zh}（第 ${version} 版，${how.zh}）${zh}`,
      en: `${words.en} (version ${version}, ${how.en})${en}`,
    };
  }

  contacted({ partner, text }: Body<'contacted'>): Text {
    const { zh, en } = this.scenario.partners.find(({ key }) => key === partner)?.name ?? {
      zh: partner,
      en: partner,
    };
    return { zh: `通报${zh}：${text}`, en: `Notified ${en}: ${text}` };
  }

  alert({ level, reason }: Body<'alert'>): Text {
    const { zh, en } = ALERT_WORDS[level];
    return { zh: `预警等级定为${zh}：${reason}`, en: `Alert level set to ${en}: ${reason}` };
  }

  sitrep({ to, text }: Body<'sitrep'>): Text {
    const { zh, en } = this.names(to);
    return { zh: `报送舆情简报给${zh}：${text}`, en: `Situation report to ${en}: ${text}` };
  }

  clockMissed({ title }: Body<'clock'>): Text {
    return { zh: `超过报告时限：${title.zh}`, en: `Reporting deadline missed: ${title.en}` };
  }

  missed({ what }: Body<'expectation'>): Text {
    return { zh: `未按时完成：${what.zh}`, en: `Not done in time: ${what.en}` };
  }

  rated({ objective, rating, note }: Body<'rated'>): Text {
    const title = this.objective(objective);
    const { zh, en } = RATING_WORDS[rating];
    return {
      zh: `评定「${title.zh}」：${zh}${note ? `。${note}` : ''}`,
      en: `Rated ${quoted(title.en)}: ${en}${note ? `. ${note}` : ''}`,
    };
  }

  noted({ text, objective }: Body<'noted'>): Text {
    const about = objective === null ? null : this.objective(objective);
    return about
      ? { zh: `记录（${about.zh}）：${text}`, en: `Note (${about.en}): ${text}` }
      : { zh: `记录：${text}`, en: `Note: ${text}` };
  }

  private objective(key: string): Text {
    return this.scenario.objectives.find((one) => one.key === key)?.title ?? { zh: key, en: key };
  }

  private names(keys: readonly string[]): Text {
    const titles = keys.map((key) => this.seats.get(key) ?? { zh: key, en: key });
    return { zh: titles.map(({ zh }) => zh).join('、'), en: titles.map(({ en }) => en).join(', ') };
  }
}
