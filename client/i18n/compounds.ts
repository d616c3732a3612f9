// Thai compounds that stay on one line; the longer before the shorter that they hold. In parentheses, so that `split` keeps them.

export const compounds =
  /(แบบสำรวจ|แบบฟอร์ม|พื้นฐาน|ฐานข้อมูล|ศูนย์ข้อมูล|ผู้ให้ข้อมูล|ผู้เก็บข้อมูล|ข้อมูลส่วนบุคคล|ผู้ดูแลระบบ|แผนงานย่อย|ความรุนแรง|ความเชื่อมั่น|กล่องขาออก|ตรวจทาน|นักวางแผน|เจ้าหน้าที่|สำนักงาน|นอกพื้นที่|ข้อสังเกต|หัวตาราง|รหัสอักษร|รหัสผ่าน|ชื่อผู้ใช้|ภาพรวม|ใบรับ)/;
