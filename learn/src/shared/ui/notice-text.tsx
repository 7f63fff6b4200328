import { noticeBlocks } from '@readyroom/contract';

/** A notice on personal data with its headings and lists. The title of the screen is above it. */
export const NoticeText = ({ text }: { text: string }) => (
  <>
    {noticeBlocks(text).map((block, n) =>
      'heading' in block ? (
        <h2 key={n} class="notice-heading">
          {block.heading}
        </h2>
      ) : 'list' in block ? (
        <ul key={n} class="notice-list">
          {block.list.map((item, m) => (
            <li key={m}>{item}</li>
          ))}
        </ul>
      ) : (
        <p key={n}>{block.paragraph}</p>
      ),
    )}
  </>
);
