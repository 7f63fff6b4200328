import { noticeBlocks } from '@readyroom/contract';

/** A notice on personal data with its headings and lists; `level` is that of a heading in it. */
export const NoticeText = ({ text, level: Heading }: { text: string; level: 'h2' | 'h3' }) => (
  <>
    {noticeBlocks(text).map((block, n) =>
      'heading' in block ? (
        <Heading key={n} class="notice-heading">
          {block.heading}
        </Heading>
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
