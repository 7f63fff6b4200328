import { inBothLanguages } from '../../i18n/messages.js';

/** Links to the wall. */
export const wallMessages = inBothLanguages({
  en: {
    drill: {
      wall: 'Wall',
      wall_link: {
        open: 'Link for a screen',
        title: 'A wall on another screen',
        text: 'Whoever has the link sees the wall and can do nothing else. It works until a day after the end.',
        replaces: 'Making a link ends the one that was made before.',
        make: 'Make a link',
        again: 'Make another link',
        withdraw: 'Withdraw the link',
        withdrawn: 'No link opens this wall any more.',
        qr: 'QR code of the link to the wall',
        gone: 'This link opens no wall',
        gone_text:
          'It was replaced or withdrawn, or the drill has been over for a day. Ask the facilitator for another.',
      },
    },
  },
  zh: {
    drill: {
      wall: '大屏',
      wall_link: {
        open: '大屏链接',
        title: '在另一块屏幕上打开大屏',
        text: '持有链接的人只能看大屏，不能做其他操作。演练结束一天后失效。',
        replaces: '生成新链接后，之前的链接失效。',
        make: '生成链接',
        again: '换一个链接',
        withdraw: '停用链接',
        withdrawn: '大屏链接已停用。',
        qr: '大屏链接的二维码',
        gone: '这个链接打不开大屏',
        gone_text: '链接已被更换或停用，或者演练已结束超过一天。请向导调索取新的链接。',
      },
    },
  },
});
