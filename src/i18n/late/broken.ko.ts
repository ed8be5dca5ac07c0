import type { Widen } from '../widen.ts';
import type { brokenEn } from './broken.en.ts';

export const brokenKo: Widen<typeof brokenEn> = {
  notLoaded: {
    help: '연결이 끊겼거나 페이지의 새 버전이 나왔습니다. 작업은 안전합니다.',
    offline: '네트워크가 없습니다. 다시 연결되면 저절로 나타나며, 작업은 안전합니다.',
    reload: '페이지 새로 고침',
  },
  crashed: {
    help: '설계는 메모리에 그대로 있습니다. 계속하거나 먼저 내려받으세요.',
    download: '설계 내려받기',
    details: '무슨 일이 있었나요',
  },
};
