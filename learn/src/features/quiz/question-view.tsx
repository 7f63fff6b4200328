import type { Answer, AttemptQuestion } from '@readyroom/contract';
import { useI18n } from '../../shared/i18n/i18n.js';
import { Icon } from '../../shared/ui/icons.js';
import { ChoiceInput } from './inputs/choice-input.js';
import { MatchingInput } from './inputs/matching-input.js';
import { NumberInput } from './inputs/number-input.js';
import { OrderingInput } from './inputs/ordering-input.js';
import { ShortInput } from './inputs/short-input.js';
import type { InputProps } from './inputs/input-props.js';

interface Props extends InputProps {
  flag: boolean;
  onFlag: () => void;
}

export function QuestionView({ question, answer, flag, onAnswer, onFlag }: Props) {
  const { t, text } = useI18n();
  return (
    <section class="question">
      <h2 id="prompt" class="question__prompt" tabIndex={-1}>
        {text(question.prompt)}
      </h2>
      <div class="question__bar">
        <p id="how" class="quiet small">
          {t.quiz.choose[question.type]}
        </p>
        <button type="button" class={`flag ${flag ? 'flag--on' : ''}`} aria-pressed={flag} onClick={onFlag}>
          <Icon name="flag" size={20} filled={flag} />
          {flag ? t.quiz.flagged : t.quiz.flag}
        </button>
      </div>
      <fieldset aria-labelledby="prompt" aria-describedby="how">
        <AnswerInput question={question} answer={answer} onAnswer={onAnswer} />
      </fieldset>
      <p class="question__keys quiet small">{t.quiz.shortcuts}</p>
    </section>
  );
}

const INPUTS: Record<AttemptQuestion['type'], (props: InputProps) => preact.JSX.Element> = {
  single: ChoiceInput,
  multiple: ChoiceInput,
  boolean: ChoiceInput,
  ordering: OrderingInput,
  matching: MatchingInput,
  numeric: NumberInput,
  short: ShortInput,
};

function AnswerInput(props: {
  question: AttemptQuestion;
  answer: Answer | null;
  onAnswer: (answer: Answer | null) => void;
}) {
  const Input = INPUTS[props.question.type];
  return <Input {...props} />;
}
