"""Does a .docx keep the layout rules of Nghị định 30/2020/NĐ-CP, Phụ lục I? One rule is one entry in a table."""
