import { josa } from '../josa.ts';
import type { Widen } from '../widen.ts';
import type { openedEn } from './opened.en.ts';

export const openedKo: Widen<typeof openedEn> = {
  damaged: '가장 새로운 사본을 읽을 수 없어 이전 사본을 열었습니다. 손상된 사본은 그대로 두었습니다.',
  otherEngine: '다른 버전의 엔진으로 만든 설계입니다. 만든 사람이 본 숫자와 다를 수 있습니다.',
  verdict: (seconds, rate, availability, p99) => `만든 사람이 ${seconds} 동안 본 결과: 처리 ${rate}, 가용성 ${availability}, p99 ${p99}.`,
  whatWasMended: '무엇을 고쳤나요?',
  repaired: (count) => `여는 동안 ${count}곳을 고쳤습니다.`,
  repairs: {
    clamped: (where, given, kept) => `${where}: ${josa(given, '은/는')} 범위를 벗어나 ${josa(kept, '으로/로')} 바꿨습니다`,
    rounded: (where, given, kept) => `${where}: ${josa(given, '은/는')} 정수여야 해서 ${josa(kept, '으로/로')} 바꿨습니다`,
    'not-a-value': (where, given, kept) => `${where}: ${josa(given, '은/는')} 쓸 수 없는 값이라 ${josa(kept, '으로/로')} 바꿨습니다`,
    'unknown-option': (where, given, kept) => `${where}: ${josa(given, '은/는')} 모르는 선택지라 ${josa(kept, '으로/로')} 바꿨습니다`,
    'unknown-field': (where, given) => `${where}: 모르는 항목이라 뺐습니다(${given})`,
    'bad-part': (where, given) => `${where}: 구성 요소가 아니라서 뺐습니다(${given})`,
    'unknown-kind': (where, given) => `${where}: 모르는 종류(${given})라서 받은 그대로 두었고, 실행에는 들어가지 않습니다`,
    'bad-id': (where, given) => `${where}: ${josa(given, '은/는')} 식별자가 될 수 없어 새로 붙였습니다`,
    'duplicate-id': (where, given) => `${where}: 식별자 ${josa(given, '이/가')} 겹쳐 새로 붙였습니다`,
    'dangling-link': (where, given) => `${where}: 갈 곳이 없는 연결이라 뺐습니다(${given})`,
    'self-link': (where) => `${where}: 자기 자신으로 가는 연결이라 뺐습니다`,
    'duplicate-link': (where) => `${where}: 같은 두 구성 요소 사이의 두 번째 연결이라 뺐습니다`,
    'unknown-group': (where) => `${where}: 지역이 없어져서 지역 밖에 두었습니다`,
    'unknown-region': (where, given, kept) => `${where}: 모르는 지역(${given})이라 ${josa(kept, '으로/로')} 바꿨습니다`,
    'text-cleaned': (where, _given, kept) => `${where}: 보이지 않거나 너무 많은 글자를 뺐습니다: ${kept}`,
    'bad-number': (where, given, kept) => `${where}: ${josa(given, '은/는')} 여기에 쓸 수 없어 ${josa(kept, '으로/로')} 바꿨습니다`,
    'bad-event': (where, given) => `${where}: 의미가 없는 타임라인 항목이라 뺐습니다(${given})`,
    'bad-trace': (where) => `${where}: 값이 없는 기록이라 뺐습니다`,
    'bad-recording': (where) => `${where}: 맞지 않는 요청 기록이라 뺐습니다`,
  },
};
