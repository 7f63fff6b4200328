import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useI18n } from '../../../shared/i18n/i18n.js';
import { Icon } from '../../../shared/ui/icons.js';
import type { InputProps } from './input-props.js';
import { moved } from './moved.js';

/** Order by buttons, told as one goes; nothing has to be dragged. */
export function OrderingInput({ question, answer, onAnswer }: InputProps) {
  const { t, text } = useI18n();
  const [spoken, setSpoken] = useState('');
  const list = useRef<HTMLOListElement>(null);
  const focus = useRef<string | null>(null);
  const order = answer?.type === 'ordering' ? answer.order : question.options.map(({ id }) => id);
  const count = order.length;

  // The pressed button moves with its row and would lose the focus.
  useLayoutEffect(() => {
    if (focus.current) list.current?.querySelector<HTMLElement>(`[data-move="${focus.current}"]`)?.focus();
    focus.current = null;
  });

  const move = (id: string, step: -1 | 1) => {
    const next = moved(order, id, step);
    focus.current = `${id}${step}`;
    setSpoken(t.quiz.movedTo(next.indexOf(id) + 1, count));
    onAnswer({ type: 'ordering', order: next });
  };
  return (
    <>
      <ol class="order" ref={list}>
        {order.map((id, i) => {
          const option = question.options.find((other) => other.id === id);
          const label = option ? text(option.text) : '';
          return (
            <li key={id} class="order__item">
              <span class="order__number" aria-label={t.quiz.position(i + 1)}>
                {i + 1}
              </span>
              <span class="order__text">{label}</span>
              <button
                type="button"
                class="icon-button"
                data-move={`${id}-1`}
                aria-label={t.quiz.moveUp(label)}
                aria-disabled={i === 0}
                onClick={() => i > 0 && move(id, -1)}
              >
                <Icon name="up" size={20} />
              </button>
              <button
                type="button"
                class="icon-button"
                data-move={`${id}1`}
                aria-label={t.quiz.moveDown(label)}
                aria-disabled={i === count - 1}
                onClick={() => i < count - 1 && move(id, 1)}
              >
                <Icon name="down" size={20} />
              </button>
            </li>
          );
        })}
      </ol>
      {answer?.type === 'ordering' ? (
        <p class="order__kept small">
          <Icon name="check" size={18} />
          {t.quiz.orderKept}
        </p>
      ) : (
        <button type="button" class="button" onClick={() => onAnswer({ type: 'ordering', order })}>
          {t.quiz.keepOrder}
        </button>
      )}
      <span class="visually-hidden" role="status">
        {spoken}
      </span>
    </>
  );
}
