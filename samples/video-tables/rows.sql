INSERT INTO video_generation_jobs (id, status) VALUES
  ('j1', 'pending'), ('j2', 'pending'), ('j3', 'pending'), ('j4', 'pending'), ('j5', 'processing'), ('j6', 'complete'), ('j7', 'failed');
