import { formatExact } from '../../ui/format.ts';
import type { KindText } from '../kindText.ts';
import type { usersSpec } from './spec.ts';

export const usersKo: KindText<typeof usersSpec> = {
  name: '사용자',
  what: '요청을 보내는 사람들',
  summary: (p) => formatExact(Number(p.ratePerSecond), '/s'),
  fields: {
    ratePerSecond: { label: '요청', help: '도착 형태가 1일 때 이 사람들이 1초에 보내는 요청 수입니다(모든 종류 합계).' },
    patienceSeconds: {
      label: '참을성',
      help: '재시도를 포함해 이만큼 지나면 사용자가 포기합니다. 실패한 요청은 백분위수에서 이 시간으로 셉니다.',
    },
    resolvers: { label: '리졸버 수', help: '이 사람들의 컴퓨터가 묻는 DNS 리졸버입니다. 받은 답을 유효 시간 동안 각자 보관합니다.' },
    ignoreTtlShare: {
      label: '답을 너무 오래 쓰는 리졸버',
      help: '유효 시간보다 열 배 오래 답을 쓰는 리졸버의 비율입니다. 그래서 일부 사용자는 죽은 주소로 갑니다.',
    },
    hourOffset: { label: '시차', help: '이 사람들의 하루가 작업 부하의 하루 곡선보다 몇 시간 앞서는지 정합니다.' },
  },
  metrics: { offered: '보낸 요청', served: '응답받은 요청', staleReads: '낡은 읽기', lookups: 'DNS 조회', retries: '재시도' },
};
