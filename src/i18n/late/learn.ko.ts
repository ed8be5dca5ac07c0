import type { Widen } from '../widen.ts';
import type { learnEn } from './learn.en.ts';

export const learnKo: Widen<typeof learnEn> = {
  title: '배우기',
  intro: '예측하고, 실행하고, 까닭을 확인하세요. 수업마다 설계가 이미 이어져 있고, 내 설계는 그대로 남습니다.',
  lesson: (number, minutes) => `${number} · ${minutes}분`,
  begin: '시작',
  goOn: '이어서 하기',
  again: '다시 듣기',
  state: {
    new: '시작하지 않음',
    under: (step, count) => `${count}단계 중 ${step}단계`,
    questions: '문제가 남음',
    done: '마침',
  },
  open: (state, title) => `${state}: ${title}`,
  teach: '수업에 쓰기',
  teachOf: (title) => `수업에 쓰기: ${title}`,
  asks: '학생에게 묻는 것',
  notes: '선생님께',
  link: '링크',
  copy: '복사',
  copied: '링크를 복사했습니다.',
  copyFailed: '링크를 복사하지 못했습니다. 직접 선택해 복사하세요.',
  code: (title) => `‘${title}’ 링크의 QR 코드`,
  codeHelp: '학생은 코드를 찍거나 링크를 입력하면 됩니다. 계정은 필요 없습니다.',
  file: '파일 하나로 내려받기',
  fileHelp: '이 수업으로 시작하는 파일 하나짜리 페이지입니다. 네트워크가 없어도 됩니다.',
  fileFailed: '파일을 가져오지 못했습니다.',
  campaign: '0명에서 수백만 명까지',
  campaignWhat: '서버 한 대와 데이터베이스 하나로 시작해 라운드마다 트래픽이 두 배가 됩니다. 부딪힌 한계가 다음에 지을 것을 열어 줍니다.',
  ready: '오프라인에서도 됩니다',
};
