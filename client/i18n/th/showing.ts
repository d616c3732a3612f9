// Figures for a room, and two views beside each other.
export const showing = {
  present: {
    label: 'ภาพสำหรับฉาย',
    hint: 'ลูกศรซ้ายขวาเลื่อนภาพ Esc ออก',
    lead: 'ภาพรวม',
    position: (at: string, of: string) => `|${at}| จาก ${of}`,
    previous: 'ภาพก่อน',
    next: 'ภาพถัดไป',
    leave: 'ออกจากการฉาย',
    say: (at: string, of: string, name: string) => `ภาพ ${at} จาก ${of}: ${name}`,
    nothing: 'ไม่มีข้อมูลตรงตัวกรอง',
  },
};
