import type { WorkloadFields } from '../../design/workloadFields.ts';
import type { FieldTexts } from '../../nodes/kindText.ts';

const workload: FieldTexts<WorkloadFields> = {
  traffic: { label: '트래픽', help: '모든 사용자의 요청 속도에 곱하는 값입니다.' },
  shape: {
    label: '도착 형태',
    help: '시뮬레이션 시간에 따라 요청 속도가 어떻게 변하는지 정합니다.',
    options: { steady: '일정', ramp: '점점 증가', spike: '급증', day: '하루 곡선', trace: '기록 재생' },
  },
  rampFrom: { label: '시작 비율', help: '전체 속도의 몇 배에서 시작하는지 정합니다.' },
  rampSeconds: { label: '오르는 시간', help: '전체 속도에 이르기까지 걸리는 시간입니다.' },
  spikeAtSeconds: { label: '급증 시각', help: '사람이 몰리기 시작하는 시각입니다.' },
  spikeFactor: { label: '급증 높이', help: '정점에서 평소의 몇 배가 되는지 정합니다.' },
  spikeRiseSeconds: { label: '오르는 시간', help: '평소에서 정점까지 걸리는 시간입니다.' },
  spikeHoldSeconds: { label: '머무는 시간', help: '정점에 머무는 시간입니다.' },
  spikeDecaySeconds: { label: '내려가는 시간', help: '지수 감소의 시간 상수입니다. 이만큼 지나면 늘어난 부하의 37%가 남습니다.' },
  daySeconds: { label: '하루의 길이', help: '하루가 지나가는 시뮬레이션 시간입니다.' },
  dayAmplitude: { label: '낮과 밤의 차이', help: '평균에서 얼마나 오르내리는지 정합니다. 0.65면 정점이 평균의 1.65배입니다.' },
  weekendFactor: { label: '주말', help: '일주일의 여섯째와 일곱째 날에 평일의 몇 배가 오는지 정합니다. 1이면 모든 날이 같습니다.' },
  staticShare: { label: '정적 파일', help: '이미지, 스크립트, 스타일 요청의 비율입니다. 다른 어느 종류도 아니면 읽기입니다.' },
  writeShare: { label: '쓰기', help: '행을 바꾸는 요청의 비율입니다.' },
  keys: { label: '행의 수', help: '읽기와 쓰기가 고르는 행의 수입니다.' },
  keySkew: { label: '행의 인기 쏠림', help: '지프 지수입니다. 0이면 모든 행을 고르게, 1이면 몇몇 행을 주로 찾습니다.' },
  staticFiles: { label: '정적 파일의 수', help: '사용자가 찾는 서로 다른 파일의 수입니다.' },
  staticSkew: { label: '파일의 인기 쏠림', help: '정적 파일의 지프 지수입니다.' },
  feedShare: { label: '피드', help: '여러 행을 모아 만드는 페이지 요청의 비율입니다. CPU를 더 쓰고 데이터베이스에서 조인을 합니다.' },
  loginShare: { label: '로그인', help: '비밀번호를 확인하는 요청의 비율입니다. 한 건에 CPU를 100ms 씁니다.' },
  searchShare: { label: '검색', help: '검색 인덱스에 묻는 요청의 비율입니다.' },
  uploadShare: { label: '업로드', help: '큐에 작업을 남기는 요청의 비율입니다. 사진 크기 줄이기 같은 일입니다.' },
};

export const fieldsKo = { workload };
